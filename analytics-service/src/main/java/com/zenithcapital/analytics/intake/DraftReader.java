package com.zenithcapital.analytics.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event. Fields that are not known are passed over: scripts on pages are older than this. Of a field that is there
 * twice the last counts.
 */
final class DraftReader {

    private final JsonParser json;

    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String url;
    private @Nullable String referrer;
    private @Nullable String title;
    private @Nullable String occurredAt;
    private @Nullable Integer screen;
    private @Nullable ObjectNode props;

    /** The first that was found. The rest of the event is read all the same: others come behind it. */
    private @Nullable Refusal refusal;

    DraftReader(JsonParser json) {
        this.json = json;
    }

    /** The parser stands at the object's begin, and afterwards at its end. */
    Reading read() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                take(field);
            }
        }
        return refusal == null ? new Draft(id, name, url, referrer, title, occurredAt, screen, props) : refusal;
    }

    private void take(String field) throws IOException {
        switch (field) {
            case "id" -> id = text(field);
            case "name" -> name = text(field);
            case "url" -> url = text(field);
            case "referrer" -> referrer = text(field);
            case "title" -> title = text(field);
            case "occurredAt" -> occurredAt = text(field);
            case "screen" -> screen = number();
            case "props" -> props = props();
            default -> json.skipChildren();
        }
    }

    private @Nullable String text(String field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        refuse(Reason.WRONG_TYPE, "/" + field, "This must be a string.");
        return null;
    }

    private @Nullable Integer number() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            json.skipChildren();
            refuse(Reason.WRONG_TYPE, "/screen", "This must be a whole number.");
            return null;
        }
        if (json.getNumberType() != JsonParser.NumberType.INT) {
            // Further than the rules go; they say so.
            return Integer.MAX_VALUE;
        }
        return json.getIntValue();
    }

    private @Nullable ObjectNode props() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            refuse(Reason.WRONG_TYPE, "/props", "This must be an object.");
            return null;
        }
        PropsReader reader = new PropsReader(json);
        ObjectNode read = reader.read();
        if (reader.refusal() != null) {
            refusal = refusal == null ? reader.refusal() : refusal;
        }
        return read;
    }

    private void refuse(Reason reason, String field, String detail) {
        if (refusal == null) {
            refusal = new Refusal(reason, field, detail);
        }
    }
}
