package com.zenithcapital.analytics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What became of a request's events. */
record Answer(int accepted, List<Rejected> rejected) {

    private static final JsonFactory JSON = new JsonFactory();

    Answer {
        rejected = List.copyOf(rejected);
    }

    /** @param pointer where in the body, as a JSON pointer (RFC 6901) */
    record Rejected(int index, Reason reason, String pointer, String detail) {}

    byte[] json() {
        return "{\"accepted\":%d,\"rejected\":%s}"
                .formatted(accepted, rejectedJson())
                .getBytes(UTF_8);
    }

    String rejectedJson() {
        if (rejected.isEmpty()) {
            return "[]";
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Rejected event : rejected) {
                json.writeStartObject();
                json.writeNumberField("index", event.index());
                json.writeStringField("reason", event.reason().slug());
                json.writeStringField("pointer", event.pointer());
                json.writeStringField("detail", event.detail());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A string could not be written to", e);
        }
        return text.toString();
    }
}
