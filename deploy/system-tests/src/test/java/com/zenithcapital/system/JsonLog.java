package com.zenithcapital.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A service's log: the lines that are JSON, and those that are not. */
record JsonLog(List<JsonNode> lines, List<String> others) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonLog of(Path file) {
        List<JsonNode> lines = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String line : text(file).lines().toList()) {
            try {
                JsonNode node = JSON.readTree(line);
                if (node.isObject()) {
                    lines.add(node);
                } else {
                    others.add(line);
                }
            } catch (JsonProcessingException e) {
                others.add(line);
            }
        }
        return new JsonLog(lines, others);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
