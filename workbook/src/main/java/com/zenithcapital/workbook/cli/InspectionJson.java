package com.zenithcapital.workbook.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.sheet.PreviewRow;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inspection as other programs read it: the shape is a contract with model-file-service. */
final class InspectionJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** What of it is written behind the verdict, for who asks for less than all. */
    enum Part {
        /** {@code sheets} and {@code document}. */
        COUNTS,
        FINDINGS,
        /** {@code sheets}, whose names it needs, and {@code preview}. */
        PREVIEW
    }

    private InspectionJson() {}

    static void write(Inspection inspection, OutputStream out) throws IOException {
        write(inspection, EnumSet.allOf(Part.class), out);
    }

    static void write(Inspection inspection, Part part, OutputStream out) throws IOException {
        write(inspection, EnumSet.of(part), out);
    }

    private static void write(Inspection inspection, Set<Part> parts, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            writeVerdict(json, inspection.verdict());
            if (parts.contains(Part.COUNTS) || parts.contains(Part.PREVIEW)) {
                writeSheets(json, inspection);
            }
            if (parts.contains(Part.FINDINGS)) {
                writeFindings(json, inspection);
            }
            if (parts.contains(Part.PREVIEW)) {
                writePreviews(json, inspection);
            }
            if (parts.contains(Part.COUNTS)) {
                DocumentJson.write(json, inspection.document());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeVerdict(JsonGenerator json, Verdict verdict) throws IOException {
        switch (verdict) {
            case Verdict.Accepted accepted -> {
                json.writeStringField("verdict", "accepted");
                json.writeNullField("slug");
                json.writeNullField("detail");
            }
            case Verdict.Rejected rejected -> {
                json.writeStringField("verdict", "rejected");
                json.writeStringField("slug", rejected.rejection().slug());
                json.writeStringField("detail", rejected.detail());
            }
        }
    }

    private static void writeSheets(JsonGenerator json, Inspection inspection) throws IOException {
        json.writeArrayFieldStart("sheets");
        for (Inspection.Sheet sheet : inspection.sheets()) {
            writeSheet(json, sheet);
        }
        json.writeEndArray();
    }

    private static void writeFindings(JsonGenerator json, Inspection inspection) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : inspection.findings()) {
            writeFinding(json, finding);
        }
        json.writeEndArray();
    }

    private static void writePreviews(JsonGenerator json, Inspection inspection) throws IOException {
        json.writeArrayFieldStart("preview");
        for (Inspection.Preview preview : inspection.preview()) {
            writePreview(json, preview);
        }
        json.writeEndArray();
    }

    private static void writeSheet(JsonGenerator json, Inspection.Sheet sheet) throws IOException {
        CellRange range = sheet.counts().range();
        json.writeStartObject();
        json.writeStringField("name", sheet.name());
        json.writeStringField("visibility", sheet.visibility().word());
        writeNullable(json, "range", range == null ? null : range.toString());
        json.writeNumberField("cells", sheet.counts().cells());
        json.writeNumberField("formulas", sheet.counts().formulas());
        json.writeNumberField("errors", sheet.counts().errors());
        json.writeEndObject();
    }

    private static void writeFinding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().slug());
        json.writeStringField("severity", finding.rule().severity().slug());
        writeNullable(json, "sheet", finding.sheet());
        writeNullable(json, "range", finding.range());
        json.writeStringField("message", finding.message());
        json.writeEndObject();
    }

    private static void writePreview(JsonGenerator json, Inspection.Preview preview) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sheet", preview.sheet());
        json.writeArrayFieldStart("rows");
        for (PreviewRow row : preview.rows()) {
            json.writeStartObject();
            json.writeNumberField("row", row.number());
            json.writeArrayFieldStart("cells");
            for (String cell : row.cells()) {
                json.writeString(cell);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("merges");
        for (CellRange merge : preview.merges()) {
            json.writeString(merge.toString());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeNullable(JsonGenerator json, String field, @Nullable String value) throws IOException {
        json.writeFieldName(field);
        json.writeString(value);
    }
}
