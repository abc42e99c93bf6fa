package com.zenithcapital.content.review;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.approved;
import static com.zenithcapital.content.testing.Api.as;
import static com.zenithcapital.content.testing.Api.ben;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.erin;
import static com.zenithcapital.content.testing.Api.max;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.state;
import static com.zenithcapital.content.testing.Api.submitted;
import static com.zenithcapital.content.testing.Api.tag;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewResourceTest {

    @Inject
    Kept kept;

    @Test
    void anotherApprovesWhatWasSubmitted() {
        // Given
        String id = submitted(text());

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/approve", id).then();

        // Then
        answer.statusCode(200)
                .header("ETag", "\"1-3\"")
                .body("state", is("APPROVED"))
                .body("approval.revision", is(1))
                .body("approval.by.id", is(Tokens.idOf("eddie")));
        assertThat(kept.audit(id)).containsExactly("created", "submitted", "approved");
        assertThat(kept.facts(id)).endsWith("zenith.content.insight-approved.v1");
    }

    @Test
    void aRequestWithoutABodyNeedsNoType() {
        // Given
        String id = submitted(text());

        // When
        ValidatableResponse answer = given().header("Authorization", "Bearer " + Tokens.of("eddie", "editor"))
                .post(INSIGHTS + "/{id}/approve", id)
                .then();

        // Then
        answer.statusCode(200).body("state", is("APPROVED"));
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        // Given
        String id = submitted(text());

        // When
        ValidatableResponse answer = eddie().contentType("text/plain")
                .body("{\"revision\":1}")
                .post(INSIGHTS + "/{id}/approve", id)
                .then();

        // Then
        answer.statusCode(415).body("type", endsWith(":unsupported-media-type"));
        eddie().body("[]").post(INSIGHTS + "/{id}/approve", id).then().statusCode(400);
        eddie().body("{\"revision\":0}")
                .post(INSIGHTS + "/{id}/approve", id)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/revision"));
    }

    @Test
    void theAuthorNeverApproves() {
        // Given
        String id = max().body(text()).post(INSIGHTS).then().extract().path("id");
        max().post(INSIGHTS + "/{id}/submit", id).then().statusCode(200);

        // When
        ValidatableResponse answer = max().post(INSIGHTS + "/{id}/approve", id).then();

        // Then
        answer.statusCode(403).body("type", endsWith(":four-eyes"));
    }

    @Test
    void whoEditedTheRevisionNeverApprovesIt() {
        // Given
        Map<String, Object> text = text();
        String id = submitted(text);
        eddie().header("If-Match", tag(id))
                .body(with(text, "summary", "Polished"))
                .put(INSIGHTS + "/{id}", id)
                .then()
                .statusCode(200);

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/approve", id).then();

        // Then
        answer.statusCode(403).body("type", endsWith(":four-eyes"));
        erin().post(INSIGHTS + "/{id}/approve", id).then().statusCode(200).body("approval.revision", is(2));
    }

    @Test
    void anEditVoidsTheApproval() {
        // Given
        Map<String, Object> text = text();
        String id = approved(text);

        // When
        ValidatableResponse answer = save(id, with(text, "title", "Changed after approval"));

        // Then
        answer.statusCode(200).body("state", is("DRAFT")).body("approval", nullValue());
        eddie().post(INSIGHTS + "/{id}/publish", id).then().statusCode(409).body("type", endsWith(":wrong-state"));
    }

    @Test
    void anApprovalNamesTheRevisionThatWasRead() {
        // Given
        Map<String, Object> text = text();
        String id = submitted(text);
        save(id, with(text, "summary", "One more thing")).statusCode(200);

        // When
        ValidatableResponse answer = eddie().body(Map.of("revision", 1))
                .post(INSIGHTS + "/{id}/approve", id)
                .then();

        // Then
        answer.statusCode(409).body("type", endsWith(":not-the-newest-revision"));
        assertThat(state(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void anIfMatchThatIsSentIsHeeded() {
        // Given
        Map<String, Object> text = text();
        String id = submitted(text);
        String seen = tag(id);
        save(id, with(text, "summary", "One more thing")).statusCode(200);

        // When
        ValidatableResponse answer = eddie().header("If-Match", seen)
                .post(INSIGHTS + "/{id}/approve", id)
                .then();

        // Then
        answer.statusCode(412);
    }

    @Test
    void anEditorGivesItBack() {
        // Given
        String id = submitted(text());

        // When
        ValidatableResponse answer = eddie().post(INSIGHTS + "/{id}/return", id).then();

        // Then
        answer.statusCode(200).body("state", is("DRAFT"));
    }

    @Test
    void aSecondSubmissionChangesNothing() {
        // Given
        String id = submitted(text());

        // When
        ValidatableResponse answer = ana().post(INSIGHTS + "/{id}/submit", id).then();

        // Then
        answer.statusCode(200).body("state", is("SUBMITTED")).header("ETag", "\"1-2\"");
    }

    @Test
    void aDraftIsNotApproved() {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/approve", id).then();

        // Then
        answer.statusCode(409).body("type", endsWith(":wrong-state"));
    }

    @Test
    void aTextWithoutABodyIsNotSubmitted() {
        // Given
        String id = draft(with(text(), "body", " \n"));

        // When
        ValidatableResponse answer = ana().post(INSIGHTS + "/{id}/submit", id).then();

        // Then
        answer.statusCode(409).body("type", endsWith(":incomplete")).body("errors[0].pointer", is("/body"));
    }

    @Test
    void aTextThatWasEmptiedSinceIsNotApproved() {
        // Given
        Map<String, Object> text = text();
        String id = submitted(text);
        save(id, with(text, "body", "")).statusCode(200).body("review", is("SUBMITTED"));

        // When
        ValidatableResponse answer =
                eddie().post(INSIGHTS + "/{id}/approve", id).then();

        // Then
        answer.statusCode(409).body("type", endsWith(":incomplete")).body("errors[0].pointer", is("/body"));
    }

    @Test
    void anotherAnalystDoesNotSubmitIt() {
        // Given
        String id = draft();

        // When
        ValidatableResponse answer = ben().post(INSIGHTS + "/{id}/submit", id).then();

        // Then
        answer.statusCode(403).body("type", endsWith(":not-your-insight"));
    }

    @Test
    void anAnalystDoesNotApprove() {
        // Given
        String id = submitted(text());

        // When
        ValidatableResponse answer =
                as("ben", "analyst").post(INSIGHTS + "/{id}/approve", id).then();

        // Then
        answer.statusCode(403).body("type", endsWith(":forbidden"));
    }
}
