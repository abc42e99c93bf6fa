package com.zenithcapital.analytics.intake;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.MALFORMED_JSON;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request, token by token: as fast as JSON can be, and bounded whatever it holds. */
final class EventReader {

    static final int MOST_EVENTS = 100;

    /** Events have two levels; fields that are not known may have some more. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(100)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private EventReader() {}

    /**
     * What a body says, in its order.
     *
     * @param alone whether it is one event, and no array
     */
    record Body(List<Reading> readings, boolean alone) {

        Body {
            readings = List.copyOf(readings);
        }

        /** Where an event's field is, as a JSON pointer. */
        String pointer(int index, String field) {
            return alone ? field : "/" + index + field;
        }
    }

    /** @throws com.zenithcapital.platform.problem.ProblemException where the body as a whole is none */
    static Body read(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            @Nullable JsonToken first = json.nextToken();
            Body read =
                    switch (first) {
                        case START_OBJECT -> new Body(List.of(new DraftReader(json).read()), true);
                        case START_ARRAY -> new Body(array(json), false);
                        case null -> throw MALFORMED_JSON.because("The body is empty.");
                        default -> throw INVALID_REQUEST.at("", "This must be an event, or an array of events.");
                    };
            if (json.nextToken() != null) {
                throw MALFORMED_JSON.because("There is something after the end of the JSON.");
            }
            return read;
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation place = e.getLocation();
            throw MALFORMED_JSON
                    .because(
                            place == null
                                    ? "The body is not JSON."
                                    : "The body is not JSON: line %d, column %d."
                                            .formatted(place.getLineNr(), place.getColumnNr()))
                    .causedBy(e);
        } catch (IOException e) {
            // Bytes that are no text in the encoding that they begin with.
            throw MALFORMED_JSON.because("The body is not JSON in UTF-8.").causedBy(e);
        }
    }

    private static List<Reading> array(JsonParser json) throws IOException {
        List<Reading> readings = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (readings.size() == MOST_EVENTS) {
                throw tooMany();
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                readings.add(new DraftReader(json).read());
            } else {
                json.skipChildren();
                readings.add(new Refusal(Reason.NOT_AN_OBJECT, "", "An event is an object."));
            }
        }
        if (readings.isEmpty()) {
            throw tooMany();
        }
        return readings;
    }

    private static RuntimeException tooMany() {
        return INVALID_REQUEST.at("", "1 to %d events are taken at once.".formatted(MOST_EVENTS));
    }
}
