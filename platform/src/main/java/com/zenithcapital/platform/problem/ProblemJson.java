package com.zenithcapital.platform.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem as {@code application/problem+json} (RFC 9457). The one place that writes it, in REST and outside. */
public final class ProblemJson {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    /**
     * The body, in UTF-8.
     *
     * @param instance the path of the request, without its query: that may hold what is nobody's business
     */
    public static byte[] of(
            Problem problem, String detail, String instance, @Nullable String correlationId, List<FieldError> errors) {
        return of(problem, detail, instance, correlationId, errors, Map.of());
    }

    static byte[] of(
            Problem problem,
            String detail,
            String instance,
            @Nullable String correlationId,
            List<FieldError> errors,
            Map<String, String> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "urn:zenith:problem:" + problem.slug());
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", detail);
            json.writeStringField("instance", instance);
            if (correlationId != null) {
                json.writeStringField("correlationId", correlationId);
            }
            if (!errors.isEmpty()) {
                json.writeArrayFieldStart("errors");
                for (FieldError error : errors) {
                    json.writeStartObject();
                    json.writeStringField("pointer", error.pointer());
                    json.writeStringField("detail", error.detail());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            for (Map.Entry<String, String> member : members.entrySet()) {
                json.writeFieldName(member.getKey());
                json.writeRawValue(member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A string could not be written to", e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
