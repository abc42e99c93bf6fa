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

    private final JsonGenerator json;
    private final Allowance allowance;

    private DiffJson(JsonGenerator json, Allowance allowance) {
        this.json = json;
        this.allowance = allowance;
    }

    static void write(Difference difference, OutputStream out) throws IOException {
        Allowance allowance = Allowance.on(out);
        try (JsonGenerator json = JSON.createGenerator(allowance.out())) {
            new DiffJson(json, allowance).write(difference);
        }
    }

    private void write(Difference difference) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("same", difference.isEmpty());
        json.writeArrayFieldStart("sheets");
        allowance.begin(Allowance.SHEETS);
        for (SheetDifference sheet : difference.sheets()) {
            writeSheet(sheet);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("names");
        json.writeNumberField("count", difference.nameCount());
        json.writeArrayFieldStart("list");
        allowance.begin(Allowance.NAMES);
        for (NameDifference name : difference.names()) {
            if (allowance.isLeft()) {
                writeName(name);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        allowance.begin(Allowance.OUTPUTS);
        writeMovement(difference.movement());
        json.writeEndObject();
        json.writeRaw('\n');
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

    private void writeSheet(SheetDifference sheet) throws IOException {
        json.writeStartObject();
        Place place = sheet.after() != null ? sheet.after() : sheet.before();
        text("name", place == null ? null : place.name());
        json.writeStringField("change", change(sheet));
        writePlace("before", sheet.before());
        writePlace("after", sheet.after());
        json.writeBooleanField("renamed", sheet.renamed());
        json.writeBooleanField("moved", sheet.moved());
        json.writeBooleanField("compared", sheet.compared());
        writeLines("rows", sheet.rows());
        writeLines("columns", sheet.columns());
        json.writeObjectFieldStart("cells");
        json.writeNumberField("count", sheet.differingCells());
        for (Change change : Change.values()) {
            json.writeNumberField(change.slug(), sheet.counts().getOrDefault(change, 0L));
        }
        json.writeNumberField("recalculated", sheet.recalculated());
        json.writeArrayFieldStart("list");
        for (CellDifference cell : sheet.cells()) {
            if (allowance.isLeft()) {
                writeCell(cell);
            }
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

    private void writePlace(String field, @Nullable Place place) throws IOException {
        json.writeFieldName(field);
        if (place == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text("name", place.name());
        json.writeNumberField("position", place.position());
        json.writeStringField("visibility", place.visibility());
        json.writeEndObject();
    }

    private void writeLines(String field, Lines lines) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("insertedCount", lines.insertedCount());
        writeStrings("inserted", allowance.isLeft() ? lines.inserted() : List.of());
        json.writeNumberField("deletedCount", lines.deletedCount());
        writeStrings("deleted", allowance.isLeft() ? lines.deleted() : List.of());
        json.writeEndObject();
    }

    private void writeStrings(String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void writeCell(CellDifference cell) throws IOException {
        json.writeStartObject();
        json.writeStringField("change", cell.change().slug());
        json.writeStringField("from", cell.before());
        json.writeStringField("to", cell.after());
        writeState("before", cell.old());
        writeState("after", cell.now());
        if (!cell.aspects().isEmpty()) {
            writeStrings("aspects", cell.aspects());
        }
        json.writeEndObject();
    }

    private void writeState(String field, @Nullable CellState state) throws IOException {
        json.writeFieldName(field);
        if (state == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", type(state));
        text("value", state.value());
        text("formula", state.formula());
        text("numberFormat", state.numberFormat());
        json.writeEndObject();
    }

    private static String type(CellState state) {
        return switch (state.kind()) {
            case SHARED_STRING, TEXT -> "text";
            case NUMBER, BOOLEAN, ERROR, DATE -> state.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private void writeName(NameDifference name) throws IOException {
        json.writeStartObject();
        text("name", name.name());
        text("scope", name.scope());
        text("before", name.before());
        text("after", name.after());
        json.writeEndObject();
    }

    private void writeMovement(Movement movement) throws IOException {
        json.writeObjectFieldStart("moved");
        json.writeBooleanField("complete", movement.complete());
        json.writeNumberField("cells", movement.cells());
        json.writeNumberField("unexplained", movement.unexplained());
        json.writeNumberField("outputCount", movement.outputCount());
        json.writeArrayFieldStart("outputs");
        for (Movement.Output output : movement.outputs()) {
            if (!allowance.isLeft()) {
                break;
            }
            json.writeStartObject();
            text("sheet", output.sheet());
            json.writeStringField("cell", output.cell());
            text("name", output.name());
            text("before", output.before());
            text("after", output.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Of a workbook. */
    private void text(String field, @Nullable String text) throws IOException {
        json.writeStringField(field, text == null ? null : WellFormed.of(text));
    }
}
