package com.zenithcapital.content.desk;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.tag;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.Api;
import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a save makes of the text before it, and of somebody else's. */
@QuarkusTest
class SavingTest {

    @Inject
    Kept kept;

    @Test
    void aSaveWithoutIfMatchIsRefused() {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer =
                ana().body(text()).put(INSIGHTS + "/{id}", id).then();

        // Then
        answer.statusCode(428)
                .body("type", endsWith(":precondition-required"))
                .body("errors[0].pointer", is("header:If-Match"));
    }

    @Test
    void aSaveIsANewRevision() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);

        // When
        ValidatableResponse answer = save(id, with(with(text, "summary", "Shorter."), "note", "After the call"));

        // Then
        answer.statusCode(200).header("ETag", "\"2-2\"").body("revision", is(2)).body("summary", is("Shorter."));
        ana().get(INSIGHTS + "/{id}/revisions", id)
                .then()
                .statusCode(200)
                .body("items.number", contains(2, 1))
                .body("items[0].changed", contains("summary"))
                .body("items[0].note", is("After the call"))
                .body("items[0].savedBy.id", is(Tokens.idOf("ana")));
    }

    @Test
    void anOmittedSlugStays() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String slug = Api.slug(id);

        // When
        ValidatableResponse answer = save(id, with(text, "title", "Another title"));

        // Then
        answer.statusCode(200).body("slug", is(slug));
    }

    @Test
    void aStaleSaveIsToldWhatBothChanged() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String seen = tag(id);
        save(id, with(text, "title", "Theirs")).statusCode(200);

        // When
        ValidatableResponse answer = ana().header("If-Match", seen)
                .body(with(with(text, "title", "Yours"), "rating", "Hold"))
                .put(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", "\"2-2\"")
                .body("type", endsWith(":precondition-failed"))
                .body("baseRevision", is(1))
                .body("currentRevision", is(2))
                .body("mergeable", is(false))
                .body("base.title", is(text.get("title")))
                .body("yours.title", is("Yours"))
                .body("theirs.title", is("Theirs"))
                .body("base.rating", is("Buy"))
                .body("yours.rating", is("Hold"))
                .body("theirs.rating", is("Buy"))
                .body("base.summary", nullValue())
                .body("errors.pointer", contains("/title"));
        Api.get(id).body("title", is("Theirs")).body("revision", is(2));
    }

    @Test
    void changesThatDoNotOverlapAreMergedWhenAskedFor() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String seen = tag(id);
        eddie().header("If-Match", seen)
                .body(with(text, "title", "Theirs"))
                .put(INSIGHTS + "/{id}", id)
                .then()
                .statusCode(200);

        // When
        ValidatableResponse answer = ana().header("If-Match", seen)
                .header("Prefer", "merge")
                .body(with(text, "body", "Mine"))
                .put(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(200)
                .header("Preference-Applied", "merge")
                .header("ETag", "\"3-3\"")
                .body("title", is("Theirs"))
                .body("body", is("Mine"))
                .body("html", containsString("Mine"));
        ana().get(INSIGHTS + "/{id}/revisions/3", id)
                .then()
                .body("origin", is("MERGED"))
                .body("originRevision", is(1))
                .body("changed", contains("body"));
    }

    @Test
    void aMergeOfWhatOverlapsIsRefusedAllTheSame() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String seen = tag(id);
        save(id, with(text, "body", "Theirs")).statusCode(200);

        // When
        ValidatableResponse answer = ana().header("If-Match", seen)
                .header("Prefer", "respond-async, merge")
                .body(with(text, "body", "Mine"))
                .put(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(412).body("errors.pointer", contains("/body"));
        Api.get(id).body("body", is("Theirs"));
    }

    /** Who saves does not say who may: they only send back what they were given. */
    @Test
    void aMergeKeepsTheCoEditorsThatAnotherNamed() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String seen = tag(id);
        eddie().header("If-Match", seen)
                .body(with(text, "coEditors", List.of(Tokens.idOf("ben"))))
                .put(INSIGHTS + "/{id}", id)
                .then()
                .statusCode(200);

        // When
        ValidatableResponse answer = ana().header("If-Match", seen)
                .header("Prefer", "merge")
                .body(with(with(text, "title", "Mine"), "coEditors", List.of()))
                .put(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(200).body("title", is("Mine")).body("coEditors", contains(Tokens.idOf("ben")));
        ana().get(INSIGHTS + "/{id}/revisions", id)
                .then()
                .body("items[0].changed", contains("title"))
                .body("items[1].changed", contains("coEditors"));
    }

    @Test
    void coEditorsThatBothChangedAreAConflict() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String seen = tag(id);
        save(id, with(text, "coEditors", List.of(Tokens.idOf("ben")))).statusCode(200);

        // When
        ValidatableResponse answer = ana().header("If-Match", seen)
                .header("Prefer", "merge")
                .body(with(text, "coEditors", List.of("u2")))
                .put(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(412)
                .body("errors.pointer", contains("/coEditors"))
                .body("base.coEditors", empty())
                .body("yours.coEditors", contains("u2"))
                .body("theirs.coEditors", contains(Tokens.idOf("ben")));
    }

    /** Kept before co-editors were kept with each revision: nobody knows what both began with. */
    @Test
    void coEditorsOverOnesThatNobodyKnowsAreAConflict() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        String seen = tag(id);
        save(id, with(text, "coEditors", List.of(Tokens.idOf("ben")))).statusCode(200);
        kept.change("alter table revision disable trigger revision_is_final");
        kept.change("update revision set co_editors = null where insight_id = ?::uuid", id);
        kept.change("alter table revision enable trigger revision_is_final");

        // When
        ValidatableResponse answer = ana().header("If-Match", seen)
                .header("Prefer", "merge")
                .body(with(with(text, "title", "Mine"), "coEditors", List.of()))
                .put(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(412).body("errors.pointer", contains("/coEditors"));
    }

    @Test
    void aBodyThatTheSearchIndexCannotHoldIsRefused() {
        // Given
        String words = IntStream.range(0, 39_000)
                .mapToObj(i -> "%c%c%c%c".formatted(0x3300 + i % 88, 0x3300 + i / 88 % 88, 0x3300 + i / 7_744, 0x3315))
                .collect(Collectors.joining(" "));

        // When
        ValidatableResponse answer =
                ana().body(with(text(), "body", words)).post(INSIGHTS).then();

        // Then
        answer.statusCode(400)
                .body("errors[0].pointer", is("/body"))
                .body("errors[0].detail", containsString("800000"));
    }

    @ParameterizedTest
    @CsvSource({"*", "\"0\"", "W/\"1-1\"", "\"7-9\"", "1-1", "'\"1-1\", \"2-2\"'"})
    void anIfMatchThatIsNoneOfOursIsNotMet(String ifMatch) {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer = ana().header("If-Match", ifMatch)
                .body(text())
                .put(INSIGHTS + "/{id}", id)
                .then();

        // Then
        answer.statusCode(412).body("type", endsWith(":precondition-failed"));
    }

    @Test
    void anOlderRevisionIsRestoredAsANewOne() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        save(id, with(text, "summary", "Worse.")).statusCode(200);

        // When
        ValidatableResponse answer = ana().body(Map.of("revision", 1))
                .post(INSIGHTS + "/{id}/restore", id)
                .then();

        // Then
        answer.statusCode(200).body("revision", is(3)).body("summary", is("Deliveries and margins."));
        ana().get(INSIGHTS + "/{id}/revisions/3", id)
                .then()
                .body("origin", is("RESTORED"))
                .body("originRevision", is(1));
    }

    @Test
    void twoRevisionsAreComparedByFieldAndByLine() {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        save(id, with(with(text, "rating", "Hold"), "body", "## Deliveries\n\nRivian delivered less."))
                .statusCode(200);

        // When
        ValidatableResponse answer =
                ana().get(INSIGHTS + "/{id}/revisions/2/diff?from=1", id).then();

        // Then
        answer.statusCode(200)
                .body("fields.field", contains("rating"))
                .body("fields[0].before", is("Buy"))
                .body("fields[0].after", is("Hold"))
                .body("body.hunks[0].lines.kind", contains("SAME", "SAME", "REMOVED", "ADDED"));
    }
}
