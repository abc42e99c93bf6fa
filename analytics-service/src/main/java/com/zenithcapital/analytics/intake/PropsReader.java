package com.zenithcapital.analytics.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what a site says of an event in its own words: few, flat, short. */
final class PropsReader {

    private static final int MOST = 20;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_VALUE = 500;

    private final JsonParser json;
    private final ObjectNode props = JsonNodeFactory.instance.objectNode();

    private @Nullable Refusal refusal;

    PropsReader(JsonParser json) {
        this.json = json;
    }

    /** The parser stands at the object's begin, and afterwards at its end. */
    ObjectNode read() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = Texts.clean(json.currentName());
            JsonToken value = json.nextToken();
            if (refusal != null) {
                json.skipChildren();
            } else if (key.isEmpty() || key.length() > LONGEST_KEY) {
                refuse("/props", "A key has 1 to %d characters.".formatted(LONGEST_KEY));
            } else {
                put(key, value);
            }
        }
        return props;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    private void put(String key, JsonToken value) throws IOException {
        switch (value) {
            case VALUE_STRING -> putText(key, Texts.clean(json.getText()));
            case VALUE_NUMBER_INT -> putWhole(key);
            case VALUE_NUMBER_FLOAT -> putFraction(key, json.getDoubleValue());
            case VALUE_TRUE -> props.put(key, true);
            case VALUE_FALSE -> props.put(key, false);
            case VALUE_NULL -> props.putNull(key);
            // Objects and arrays; the other tokens are no values.
            default -> refuse(pointer(key), "This must be a string, a number, true, false or null.");
        }
        if (props.size() > MOST) {
            refuse("/props", "At most %d are taken.".formatted(MOST));
        }
    }

    private void putText(String key, String text) throws IOException {
        if (text.length() > LONGEST_VALUE) {
            refuse(pointer(key), "At most %d characters are taken.".formatted(LONGEST_VALUE));
        } else {
            props.put(key, text);
        }
    }

    private void putWhole(String key) throws IOException {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            refuse(pointer(key), "The number is too large here.");
        } else {
            props.put(key, json.getLongValue());
        }
    }

    private void putFraction(String key, double number) throws IOException {
        if (Double.isFinite(number)) {
            props.put(key, number);
        } else {
            refuse(pointer(key), "The number is too large here.");
        }
    }

    private void refuse(String field, String detail) throws IOException {
        json.skipChildren();
        refusal = refusal == null ? new Refusal(Reason.INVALID_PROPS, field, detail) : refusal;
    }

    /** RFC 6901. */
    private static String pointer(String key) {
        return "/props/" + key.replace("~", "~0").replace("/", "~1");
    }
}
