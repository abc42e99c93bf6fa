package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** What came back: the status, the headers that tests look at by name, the body as text. */
public record Answer(String request, int status, HeaderLookup headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM_TYPE = "urn:zenith:problem:";

    public interface HeaderLookup {
        Optional<String> first(String name);
    }

    Optional<String> header(String name) {
        return headers.first(name);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("%s is not JSON".formatted(this), e);
        }
    }

    Answer expect(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return this;
    }

    /** An error as the contract has it: the status, the slug, and every field that a client may rely on. */
    void expectProblem(int expected, String slug) {
        expect(expected);
        assertThat(header("Content-Type").orElse("")).as(toString()).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("type").asText()).as(toString()).isEqualTo(PROBLEM_TYPE + slug);
        assertThat(problem.path("status").asInt()).as(toString()).isEqualTo(expected);
        assertThat(problem.path("title").asText()).as(toString()).isNotBlank();
        assertThat(problem.path("correlationId").asText())
                .as(toString())
                .isNotBlank()
                .isEqualTo(header("X-Correlation-Id").orElse(""));
    }

    /** The slug of a problem, or nothing. */
    String slug() {
        String type = status >= 400 && !body.isBlank() ? json().path("type").asText() : "";
        return type.startsWith(PROBLEM_TYPE) ? type.substring(PROBLEM_TYPE.length()) : type;
    }

    @Override
    public String toString() {
        return "%s -> %d %s".formatted(request, status, body.length() > 600 ? body.substring(0, 600) + "…" : body);
    }
}
