package com.zenithcapital.modelfile.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The facts as they are published, one file each, named by its type: the contract with who consumes them. */
public final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    /** The data of a fact of this type. */
    public static JsonNode data(String type) {
        try (InputStream file =
                Objects.requireNonNull(Golden.class.getResourceAsStream("/facts/" + type + ".json"), type)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a value is as JSON. */
    public static JsonNode written(Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
