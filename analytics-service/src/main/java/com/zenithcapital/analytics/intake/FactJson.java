package com.zenithcapital.analytics.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.event.ReadershipNoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts, by hand: forty thousand a second are not Jackson's reflection's business. A test holds it to what the records
 * say.
 */
final class FactJson {

    private static final JsonFactory JSON = new JsonFactory();

    private FactJson() {}

    static byte[] of(EventsReceived fact) {
        return write(json -> {
            json.writeStringField("receivedAt", fact.receivedAt().toString());
            optional(json, "visitor", fact.visitor());
            optional(json, "visitorBefore", fact.visitorBefore());
            optional(json, "filter", fact.filter());
            optional(json, "country", fact.country());
            optional(json, "region", fact.region());
            optional(json, "browser", fact.browser());
            optional(json, "system", fact.system());
            optional(json, "device", fact.device());
            json.writeArrayFieldStart("events");
            for (Received event : fact.events()) {
                write(json, event);
            }
            json.writeEndArray();
        });
    }

    static byte[] of(ReadershipNoted fact) {
        return write(json -> {
            json.writeStringField("id", fact.id().toString());
            json.writeStringField("reader", fact.reader());
            json.writeStringField("name", fact.name());
            json.writeStringField("kind", fact.kind());
            json.writeStringField("slug", fact.slug());
            json.writeStringField("day", fact.day().toString());
        });
    }

    private static void write(JsonGenerator json, Received event) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.id().toString());
        json.writeStringField("name", event.name());
        json.writeStringField("occurredAt", event.occurredAt().toString());
        if (event.clamped() != null) {
            json.writeBooleanField("clamped", event.clamped());
        }
        json.writeStringField("path", event.path());
        optional(json, "title", event.title());
        optional(json, "insight", event.insight());
        optional(json, "model", event.model());
        optional(json, "source", event.source());
        optional(json, "channel", event.channel());
        optional(json, "utmSource", event.utmSource());
        optional(json, "utmMedium", event.utmMedium());
        optional(json, "utmCampaign", event.utmCampaign());
        if (event.screen() != null) {
            json.writeNumberField("screen", event.screen());
        }
        if (event.props() != null) {
            json.writeObjectFieldStart("props");
            for (Map.Entry<String, JsonNode> entry : event.props().properties()) {
                json.writeFieldName(entry.getKey());
                value(json, entry.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, JsonNode value) throws IOException {
        switch (value.getNodeType()) {
            case STRING -> json.writeString(value.textValue());
            case BOOLEAN -> json.writeBoolean(value.booleanValue());
            case NULL -> json.writeNull();
            case NUMBER -> {
                if (value.isIntegralNumber()) {
                    json.writeNumber(value.longValue());
                } else {
                    json.writeNumber(value.doubleValue());
                }
            }
            case ARRAY, BINARY, MISSING, OBJECT, POJO ->
                throw new IllegalArgumentException("Props are flat: " + value.getNodeType());
        }
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static byte[] write(Fields fields) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("An array of bytes could not be written to", e);
        }
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
