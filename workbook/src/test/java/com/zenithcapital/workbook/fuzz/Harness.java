package com.zenithcapital.workbook.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.zenithcapital.workbook.cli.Answers;
import com.zenithcapital.workbook.difference.Difference;
import com.zenithcapital.workbook.difference.WorkbookComparison;
import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.format.NumberFormat;
import com.zenithcapital.workbook.formula.FormulaLexer;
import com.zenithcapital.workbook.formula.TokenKind;
import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.inspection.InspectionOptions;
import com.zenithcapital.workbook.ooxml.NumberFormats;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.PreviewShape;
import com.zenithcapital.workbook.sheet.SheetContent;
import com.zenithcapital.workbook.sheet.SheetCursor;
import com.zenithcapital.workbook.sheet.SheetPreview;
import com.zenithcapital.workbook.sheet.WorksheetReader;
import com.zenithcapital.workbook.testing.Inspecting;
import com.zenithcapital.workbook.testing.RawBiff;
import com.zenithcapital.workbook.testing.RawEntry;
import com.zenithcapital.workbook.testing.RawZip;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.verdict.Verdict;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import com.zenithcapital.workbook.xml.PartReader;
import com.zenithcapital.workbook.zip.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes an input to the code under test and says, by throwing, what must not have come of it. */
final class Harness {

    private static final InspectionOptions LENIENT =
            new InspectionOptions(Limits.DEFAULT, new Policy(true, true), 200, 50);

    /** What the README promises of all that is said of a workbook. */
    private static final int MOST_OUTPUT = 8 << 20;

    private static final int LONGEST_NUMBER = 4_096;
    /** Reading a file twice takes twice as long; of one input in this many it is done. */
    private static final int READ_TWICE = 8;

    private Harness() {}

    static void archive(byte[] input) throws IOException {
        inspect(input, "model.xlsx");
    }

    static void parts(byte[] input) throws IOException {
        inspect(zip(Seeds.plainParts(), Sections.split(input)), "model.xlsx");
    }

    static void records(byte[] input) throws IOException {
        inspect(RawBiff.container(input, Map.of()), "model.xls");
    }

    static void container(byte[] input) throws IOException {
        inspect(input, "model.xls");
    }

    static void summary(byte[] input) throws IOException {
        inspect(
                RawBiff.container(Seeds.plainRecords().toStream(), Map.of("\u0005SummaryInformation", input)),
                "model.xls");
    }

    static void sheet(byte[] input) throws IOException {
        Map<String, byte[]> sections = Sections.split(input);
        try {
            CellStyles styles = CellStyles.none();
            if (sections.containsKey("styles")) {
                try (PartReader xml = read(sections, "styles")) {
                    styles = NumberFormats.read(xml);
                }
            }
            SheetPart sheet = new SheetPart("Model", SheetPart.Visibility.VISIBLE, SheetPart.Kind.WORKSHEET, "");
            SheetContent content;
            try (PartReader xml = read(sections, "sheet")) {
                content = new WorksheetReader(
                                sheet,
                                LENIENT.policy(),
                                new PreviewShape(200, 50, 4 << 20),
                                25,
                                styles,
                                sections.containsKey("1904"))
                        .read(new SheetCursor(xml));
            }
            SharedStrings strings = SharedStrings.none();
            if (sections.containsKey("strings")) {
                try (PartReader xml = read(sections, "strings")) {
                    strings = SharedStrings.read(xml, content.wantedStrings().toArray(), PreviewShape.LONGEST_TEXT);
                }
            }
            content.check("Model", strings);
            SheetPreview preview = content.preview(strings);
            write(new Inspection(
                    new Verdict.Accepted(),
                    List.of(new Inspection.Sheet("Model", sheet.visibility(), content.counts())),
                    content.findings("Model"),
                    List.of(new Inspection.Preview(0, preview.rows(), preview.merges()))));
        } catch (WorkbookRejectedException e) {
            // The engine's own way of refusing.
        }
    }

    static void formula(byte[] input) {
        String formula = new String(input, StandardCharsets.UTF_8);
        FormulaLexer lexer = new FormulaLexer();
        lexer.read(formula);
        int end = 0;
        while (lexer.next() != TokenKind.END) {
            check(lexer.start() == end, "there is a token for every character");
            check(lexer.end() > lexer.start() && lexer.end() <= formula.length(), "a token has a length");
            check(lexer.token().length() == lexer.end() - lexer.start(), "a token is its characters");
            switch (lexer.kind()) {
                case CELL -> check(lexer.row() >= 1 && lexer.column() >= 1, "a cell has a row and a column");
                case ROW -> check(lexer.row() >= 1, "a row has a number");
                case COLUMN -> check(lexer.column() >= 1, "a column has a number");
                default -> {
                    // Nothing else is said of it.
                }
            }
            end = lexer.end();
        }
        check(end == formula.length(), "the tokens go to the end");
    }

    static void format(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int line = text.indexOf('\n');
        if (line < 0) {
            return;
        }
        NumberFormat format = NumberFormat.of(text.substring(0, line));
        String stored = text.substring(line + 1);
        for (boolean date1904 : new boolean[] {false, true}) {
            int most = LONGEST_NUMBER + stored.length();
            check(format.number(stored, date1904).length() <= most, "a number is no book");
            check(format.isoDate(stored, date1904).length() <= most, "a date is no book");
        }
        String shown =
                stored.length() > PreviewShape.LONGEST_TEXT ? stored.substring(0, PreviewShape.LONGEST_TEXT) : stored;
        format.text(shown);
    }

    static void difference(byte[] input) throws IOException {
        Map<String, byte[]> old = new TreeMap<>();
        Map<String, byte[]> now = new TreeMap<>();
        Sections.split(input).forEach((name, content) -> {
            if (name.startsWith("old/")) {
                old.put(name.substring(4), content);
            } else if (name.startsWith("new/")) {
                now.put(name.substring(4), content);
            }
        });
        byte[] before = zip(Seeds.plainParts(), old);
        byte[] after = zip(Seeds.plainParts(), now);
        if (!accepted(before) || !accepted(after)) {
            return;
        }
        Path oldFile = Files.createTempFile("old", ".xlsx");
        Path newFile = Files.createTempFile("new", ".xlsx");
        try {
            Files.write(oldFile, before);
            Files.write(newFile, after);
            Difference difference = WorkbookComparison.compare(oldFile, newFile, bytes -> {});
            check(isJson(Answers.json(difference)), "the answer is JSON");
            check(Answers.page(difference).length > 0, "there is a page");
            if (Arrays.hashCode(input) % READ_TWICE == 0) {
                check(
                        WorkbookComparison.compare(newFile, newFile, bytes -> {}).sheets().stream()
                                .allMatch(sheet -> sheet.counts().isEmpty()),
                        "a workbook differs in no cell from itself");
            }
        } catch (WorkbookRejectedException e) {
            // The engine's own way of refusing.
        } finally {
            Files.delete(oldFile);
            Files.delete(newFile);
        }
    }

    private static boolean accepted(byte[] file) {
        return Inspecting.inspect(file, "model.xlsx", LENIENT).verdict() instanceof Verdict.Accepted;
    }

    private static void inspect(byte[] file, String name) throws IOException {
        Inspection inspection = Inspecting.inspect(file, name);
        byte[] answer = write(inspection);
        if (Arrays.hashCode(file) % READ_TWICE == 0) {
            check(
                    Arrays.equals(answer, Answers.json(Inspecting.inspect(file, name))),
                    "the same file gets the same answer");
        }
        if (inspection.verdict() instanceof Verdict.Rejected rejected
                && (rejected.rejection() == Rejection.ACTIVE_CONTENT
                        || rejected.rejection() == Rejection.MACRO_NOT_ALLOWED)) {
            write(Inspecting.inspect(file, name, LENIENT));
        }
    }

    private static byte[] write(Inspection inspection) throws IOException {
        byte[] answer = Answers.json(inspection);
        check(answer.length <= MOST_OUTPUT, "the answer is not too long");
        check(isJson(answer), "the answer is JSON");
        return answer;
    }

    private static boolean isJson(byte[] answer) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(answer)) {
            while (json.nextToken() != null) {
                json.getText();
            }
        }
        return true;
    }

    private static byte[] zip(Map<String, byte[]> parts, Map<String, byte[]> changed) {
        RawZip zip = new RawZip();
        parts.forEach((name, content) -> zip.add(RawEntry.stored(name, changed.getOrDefault(name, content))));
        changed.forEach((name, content) -> {
            if (!parts.containsKey(name)) {
                zip.add(RawEntry.stored(name, content));
            }
        });
        return zip.toBytes();
    }

    private static PartReader read(Map<String, byte[]> sections, String name) {
        return new PartReader(name, new ByteArrayInputStream(sections.getOrDefault(name, new byte[0])));
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
    }
}
