package com.zenithcapital.analytics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.ReadershipNoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The files under {@code /facts} are the contract with who counts; the records say the same by Jackson's own means. */
class FactJsonTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void receivedEventsAreWrittenAsAgreed() throws IOException {
        // Given
        JsonNode agreed = agreed(EventsReceived.TYPE);
        EventsReceived fact = json.treeToValue(agreed, EventsReceived.class);

        // When
        byte[] written = FactJson.of(fact);

        // Then
        assertThat(json.readTree(written)).isEqualTo(agreed).isEqualTo(json.readTree(json.writeValueAsBytes(fact)));
    }

    @Test
    void readershipIsWrittenAsAgreed() throws IOException {
        // Given
        JsonNode agreed = agreed(ReadershipNoted.TYPE);
        ReadershipNoted fact = json.treeToValue(agreed, ReadershipNoted.class);

        // When
        byte[] written = FactJson.of(fact);

        // Then
        assertThat(json.readTree(written)).isEqualTo(agreed).isEqualTo(json.readTree(json.writeValueAsBytes(fact)));
    }

    private JsonNode agreed(String type) throws IOException {
        String file = "/facts/" + type + ".json";
        try (InputStream in = Objects.requireNonNull(FactJsonTest.class.getResourceAsStream(file), file)) {
            return json.readTree(in);
        }
    }
}
