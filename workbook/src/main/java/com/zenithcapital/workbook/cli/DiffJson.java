package com.zenithcapital.workbook.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.zenithcapital.workbook.difference.CellDifference;
import com.zenithcapital.workbook.difference.CellDifference.Change;
import com.zenithcapital.workbook.difference.CellState;
import com.zenithcapital.workbook.difference.Difference;
import com.zenithcapital.workbook.difference.Movement;
import com.zenithcapital.workbook.difference.NameDifference;
import com.zenithcapital.workbook.difference.SheetDifference;
import com.zenithcapital.workbook.difference.SheetDifference.Lines;
import com.zenithcapital.workbook.difference.SheetDifference.Place;
import com.zenithcapital.workbook.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The difference as other programs read it: model-file-service hands it on to clients as it is. */
final class DiffJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DiffJson() {}

    static void write(Difference difference, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeBooleanField("same", difference.isEmpty());
            json.writeArrayFieldStart("sheets");
            for (SheetDifference sheet : difference.sheets()) {
                writeSheet(json, sheet);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("names");
            json.writeNumberField("count", difference.nameCount());
            json.writeArrayFieldStart("list");
            for (NameDifference name : difference.names()) {
                writeName(json, name);
            }
            json.writeEndArray();
            json.writeEndObject();
            writeMovement(json, difference.movement());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** {@code file}: {@code old}, {@code new}, or null where it is neither's alone. */
    static void writeRejection(@Nullable String file, Verdict.Rejected rejected, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("verdict", "rejected");
            json.writeStringField("file", file);
            json.writeStringField("slug", rejected.rejection().slug());
            json.writeStringField("detail", rejected.detail());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeSheet(JsonGenerator json, SheetDifference sheet) throws IOException {
        json.writeStartObject();
        Place place = sheet.after() != null ? sheet.after() : sheet.before();
        json.writeStringField("name", place == null ? null : place.name());
        json.writeStringField("change", change(sheet));
        writePlace(json, "before", sheet.before());
        writePlace(json, "after", sheet.after());
        json.writeBooleanField("renamed", sheet.renamed());
        json.writeBooleanField("moved", sheet.moved());
        json.writeBooleanField("compared", sheet.compared());
        writeLines(json, "rows", sheet.rows());
        writeLines(json, "columns", sheet.columns());
        json.writeObjectFieldStart("cells");
        json.writeNumberField("count", sheet.differingCells());
        for (Change change : Change.values()) {
            json.writeNumberField(change.slug(), sheet.counts().getOrDefault(change, 0L));
        }
        json.writeNumberField("recalculated", sheet.recalculated());
        json.writeArrayFieldStart("list");
        for (CellDifference cell : sheet.cells()) {
            writeCell(json, cell);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String change(SheetDifference sheet) {
        if (sheet.before() == null) {
            return "added";
        }
        return sheet.after() == null ? "removed" : "changed";
    }

    private static void writePlace(JsonGenerator json, String field, @Nullable Place place) throws IOException {
        json.writeFieldName(field);
        if (place == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("name", place.name());
        json.writeNumberField("position", place.position());
        json.writeStringField("visibility", place.visibility());
        json.writeEndObject();
    }

    private static void writeLines(JsonGenerator json, String field, Lines lines) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("insertedCount", lines.insertedCount());
        writeStrings(json, "inserted", lines.inserted());
        json.writeNumberField("deletedCount", lines.deletedCount());
        writeStrings(json, "deleted", lines.deleted());
        json.writeEndObject();
    }

    private static void writeStrings(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void writeCell(JsonGenerator json, CellDifference cell) throws IOException {
        json.writeStartObject();
        json.writeStringField("change", cell.change().slug());
        json.writeStringField("from", cell.before());
        json.writeStringField("to", cell.after());
        writeState(json, "before", cell.old());
        writeState(json, "after", cell.now());
        if (!cell.aspects().isEmpty()) {
            writeStrings(json, "aspects", cell.aspects());
        }
        json.writeEndObject();
    }

    private static void writeState(JsonGenerator json, String field, @Nullable CellState state) throws IOException {
        json.writeFieldName(field);
        if (state == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", type(state));
        json.writeStringField("value", state.value());
        json.writeStringField("formula", state.formula());
        json.writeStringField("numberFormat", state.numberFormat());
        json.writeEndObject();
    }

    private static String type(CellState state) {
        return switch (state.kind()) {
            case SHARED_STRING, TEXT -> "text";
            case NUMBER, BOOLEAN, ERROR, DATE -> state.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static void writeName(JsonGenerator json, NameDifference name) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name.name());
        json.writeStringField("scope", name.scope());
        json.writeStringField("before", name.before());
        json.writeStringField("after", name.after());
        json.writeEndObject();
    }

    private static void writeMovement(JsonGenerator json, Movement movement) throws IOException {
        json.writeObjectFieldStart("moved");
        json.writeBooleanField("complete", movement.complete());
        json.writeNumberField("cells", movement.cells());
        json.writeNumberField("unexplained", movement.unexplained());
        json.writeNumberField("outputCount", movement.outputCount());
        json.writeArrayFieldStart("outputs");
        for (Movement.Output output : movement.outputs()) {
            json.writeStartObject();
            json.writeStringField("sheet", output.sheet());
            json.writeStringField("cell", output.cell());
            json.writeStringField("name", output.name());
            json.writeStringField("before", output.before());
            json.writeStringField("after", output.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
