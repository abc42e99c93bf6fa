package com.zenithcapital.content.publication;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.ana;
import static com.zenithcapital.content.testing.Api.approved;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.erin;
import static com.zenithcapital.content.testing.Api.published;
import static com.zenithcapital.content.testing.Api.save;
import static com.zenithcapital.content.testing.Api.state;
import static com.zenithcapital.content.testing.Api.tag;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps towards readers that are not taken, and say why. */
@QuarkusTest
class HeldBackTest {

    @Test
    void whatEverybodyCouldReadOnceCannotBeHeldBackFromThem() {
        // Given
        String id = published(text());
        eddie().body(Map.of("reason", "By mistake"))
                .post(INSIGHTS + "/{id}/withdraw", id)
                .then()
                .statusCode(200);

        // When
        ValidatableResponse answer = eddie().body(Map.of("publicAt", "2099-01-01T00:00:00Z"))
                .post(INSIGHTS + "/{id}/publish", id)
                .then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", is("/publicAt"));
        assertThat(state(id)).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource({
        "publish, {}",
        "schedule, '{\"publishAt\":\"2099-01-01T00:00:00Z\"}'",
        "archive, {}",
    })
    void anIfMatchThatIsSentIsHeeded(String step, String body) {
        // Given
        Map<String, Object> text = text();
        String id = approved(text);
        String seen = tag(id);
        save(id, with(text, "summary", "What the editor has not read")).statusCode(200);
        ana().post(INSIGHTS + "/{id}/submit", id).then().statusCode(200);
        erin().post(INSIGHTS + "/{id}/approve", id).then().statusCode(200);

        // When
        ValidatableResponse answer = eddie().header("If-Match", seen)
                .body(body)
                .post(INSIGHTS + "/{id}/" + step, id)
                .then();

        // Then
        answer.statusCode(412);
        assertThat(state(id)).isEqualTo("APPROVED");
    }
}
