package com.zenithcapital.modelfile.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.platform.digest.Sha256;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers a GET with JSON and a strong ETag over its bytes, or with 304 to who has those bytes (RFC 9110, 13). */
@Singleton
class TaggedJson {

    private final ObjectMapper json;

    TaggedJson(ObjectMapper json) {
        this.json = json;
    }

    Response answer(Request request, Object value) {
        return builder(request, written(value))
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .build();
    }

    /** The same, for an answer that depends on who asks. */
    Response answerCaller(Request request, String document) {
        return builder(request, document.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
                .build();
    }

    private ResponseBuilder builder(Request request, byte[] body) {
        EntityTag tag = new EntityTag(Sha256.of(body).tag());
        @Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(body, MediaType.APPLICATION_JSON_TYPE).tag(tag)
                : unchanged.tag(tag);
    }

    private byte[] written(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
