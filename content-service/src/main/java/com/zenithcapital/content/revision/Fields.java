package com.zenithcapital.content.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.content.insight.Content;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A text as its fields, by name: what is compared, merged and kept. */
@Singleton
public class Fields {

    private final ObjectMapper json;

    Fields(ObjectMapper json) {
        this.json = json;
    }

    public ObjectNode of(Content content) {
        return json.valueToTree(content);
    }

    public String write(Content content) {
        return write(of(content));
    }

    public String write(JsonNode tree) {
        try {
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A text cannot be written as JSON", e);
        }
    }

    public Content read(String text) {
        try {
            return json.readValue(text, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept text cannot be read", e);
        }
    }

    /** The names of the fields in which two texts differ, in alphabetical order. */
    public List<String> differing(Content one, Content other) {
        ObjectNode left = of(one);
        ObjectNode right = of(other);
        Set<String> names = new TreeSet<>();
        left.properties().forEach(field -> {
            if (!field.getValue().equals(right.get(field.getKey()))) {
                names.add(field.getKey());
            }
        });
        return List.copyOf(names);
    }

    /** A text of which some fields are taken from another one. */
    public Content replacing(Content text, List<String> names, Content from) {
        ObjectNode tree = of(text);
        ObjectNode source = of(from);
        names.forEach(name -> tree.set(name, source.get(name)));
        try {
            return json.treeToValue(tree, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A merged text cannot be read", e);
        }
    }

    /** Only these fields, as JSON. */
    public String only(List<String> names, Content content) {
        return write(of(content).retain(names));
    }
}
