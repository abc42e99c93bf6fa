package com.zenithcapital.content.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.content.insight.InsightFact.Hidden;
import com.zenithcapital.content.insight.InsightFact.News;
import com.zenithcapital.content.insight.InsightFact.Ref;
import com.zenithcapital.content.insight.InsightFact.Shown;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files under {@code /facts} are the contract with who consumes these facts. */
@QuarkusTest
class InsightFactTest {

    private static final InsightId INSIGHT = new InsightId(UUID.fromString("01920000-0000-7000-8000-000000000001"));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    ObjectMapper json;

    private static Ref in(State state) {
        return new Ref(INSIGHT, "rivian-delivers", state, 3, 7, "ana");
    }

    private static Stream<Arguments> everyShape() {
        return Stream.of(
                Arguments.of(Action.SAVED, in(State.DRAFT)),
                Arguments.of(
                        Action.PUBLISHED,
                        new Shown(
                                in(State.PUBLISHED),
                                "Rivian delivers",
                                List.of("Autos"),
                                List.of("Ana Analyst"),
                                "Rivian",
                                "RIVN",
                                Audience.CLIENTS,
                                NOON,
                                null,
                                2,
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                null,
                                NOON.minusSeconds(1))),
                Arguments.of(
                        Action.CORRECTED,
                        new Shown(
                                in(State.PUBLISHED),
                                "Rivian delivers",
                                List.of("Autos"),
                                List.of("Ana Analyst"),
                                null,
                                null,
                                Audience.PUBLIC,
                                NOON,
                                NOON.minusSeconds(60),
                                3,
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                "The summary named the wrong quarter.",
                                null)),
                Arguments.of(Action.WITHDRAWN, new Hidden(in(State.WITHDRAWN), "The issuer restated its figures.")));
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void aFactIsPublishedAsAgreed(Action action, News news) throws IOException {
        // When
        InsightFact fact = InsightFact.of(NOON, action, news);

        // Then
        assertThat(json.<JsonNode>valueToTree(fact.data())).isEqualTo(agreed(fact.type()));
        assertThat(fact.topic()).isEqualTo("zenith.content.insights");
        assertThat(fact.key()).isEqualTo("01920000-0000-7000-8000-000000000001");
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void eachActionHasATypeOfItsOwn(Action action) {
        // When
        InsightFact fact = InsightFact.of(NOON, action, in(State.DRAFT));

        // Then
        assertThat(fact.type())
                .matches("zenith\\.content\\.insight-[a-z]+(-[a-z]+)*\\.v1")
                .contains(action.word());
    }

    private JsonNode agreed(String type) throws IOException {
        String file = "/facts/" + type + ".json";
        try (InputStream in = Objects.requireNonNull(InsightFactTest.class.getResourceAsStream(file), file)) {
            return json.readTree(in);
        }
    }
}
