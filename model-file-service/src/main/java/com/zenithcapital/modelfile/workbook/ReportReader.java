package com.zenithcapital.modelfile.workbook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the engine's standard output. The engine has looked at hostile bytes, so nothing it says is believed unchecked:
 * one whole document, every member that must be there, sane numbers, and no character that PostgreSQL cannot store.
 * Members that are not known are left alone, so that the engine may say more.
 */
final class ReportReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(16)
                        .maxNumberLength(32)
                        .maxStringLength(64 * 1024)
                        .build());
    }

    private ReportReader() {}

    /** The document as the engine writes it: the inspection, with the preview and the document's facts beside it. */
    private record Document(
            Inspection.Verdict verdict,
            @Nullable String slug,
            @Nullable String detail,
            List<Inspection.Sheet> sheets,
            List<Inspection.Finding> findings,
            List<Preview> preview,
            @Nullable DocumentFacts document) {

        Report report() {
            return new Report(new Inspection(verdict, slug, detail, sheets, findings), preview, document);
        }
    }

    /**
     * @throws IllegalArgumentException if this is not a report
     */
    static Report read(byte[] output) {
        try {
            return JSON.readValue(output, Document.class).report();
        } catch (JsonProcessingException e) {
            // Its message quotes the input: it stays out of ours.
            e.clearLocation();
            throw new IllegalArgumentException("The engine's output is not a report", e);
        } catch (IOException | NullPointerException e) {
            throw new IllegalArgumentException("The engine's output is not a report", e);
        }
    }

    /** A text without the one character that PostgreSQL stores in no text: NUL, which a cell may hold as _x0000_. */
    private static final class StorableText extends StdScalarDeserializer<String> {

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue() || parser.currentToken().isNumeric()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            return parser.getText().replace("\u0000", "");
        }
    }
}
