package com.zenithcapital.local.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A model small enough to know by heart, as it was and as its author sent it again: an input is another one, a row is
 * inserted above another input, a formula takes it in, and two results that were left alone moved.
 *
 * <pre>
 * Inputs             was   is       Result                 was                     is
 * 1 Growth          0.05  0.08      1 Revenue next year    =B2*(1+B1)  1050        1080   named NextRevenue
 * 2 Revenue         1000  1000      2 Cost                 =B3          600        =B4 600
 * 3 (Overheads)            50       3 Margin               =B1-B2       450        =B1-B2-Inputs!B3  430
 * 3 or 4 Cost        600   600      4 Margin of revenue    =B3/B1       0.428...   0.398...
 * </pre>
 */
public final class RevisedModel {

    private static final List<String> SHEETS = List.of("Inputs", "Result");

    private RevisedModel() {}

    /** As it was. */
    public static byte[] before() {
        return workbook(
                row(1, text("A1", "Growth"), number("B1", "0.05"))
                        + row(2, text("A2", "Revenue"), number("B2", "1000"))
                        + row(3, text("A3", "Cost"), number("B3", "600")),
                row(1, text("A1", "Revenue next year"), formula("B1", "Inputs!B2*(1+Inputs!B1)", "1050"))
                        + row(2, text("A2", "Cost"), formula("B2", "Inputs!B3", "600"))
                        + row(3, text("A3", "Margin"), formula("B3", "B1-B2", "450"))
                        + row(4, text("A4", "Margin of revenue"), formula("B4", "B3/B1", "0.428571428571429")));
    }

    /** As it is. */
    public static byte[] after() {
        return workbook(
                row(1, text("A1", "Growth"), number("B1", "0.08"))
                        + row(2, text("A2", "Revenue"), number("B2", "1000"))
                        + row(3, text("A3", "Overheads"), number("B3", "50"))
                        + row(4, text("A4", "Cost"), number("B4", "600")),
                row(1, text("A1", "Revenue next year"), formula("B1", "Inputs!B2*(1+Inputs!B1)", "1080"))
                        + row(2, text("A2", "Cost"), formula("B2", "Inputs!B4", "600"))
                        + row(3, text("A3", "Margin"), formula("B3", "B1-B2-Inputs!B3", "430"))
                        + row(4, text("A4", "Margin of revenue"), formula("B4", "B3/B1", "0.398148148148148")));
    }

    private static String row(int number, String... cells) {
        return "<row r=\"%d\">%s</row>".formatted(number, String.join("", cells));
    }

    private static String text(String place, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text);
    }

    private static String number(String place, String value) {
        return "<c r=\"%s\"><v>%s</v></c>".formatted(place, value);
    }

    private static String formula(String place, String formula, String result) {
        return "<c r=\"%s\"><f>%s</f><v>%s</v></c>".formatted(place, formula, result);
    }

    private static byte[] workbook(String inputs, String result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", Parts.contentTypes(SHEETS.size(), Trait.HONEST));
            part(zip, "_rels/.rels", Parts.packageRelationships());
            part(
                    zip,
                    "xl/workbook.xml",
                    Parts.workbook(SHEETS, "", Trait.HONEST)
                            .replace(
                                    "</definedNames>",
                                    "<definedName name=\"NextRevenue\">Result!$B$1</definedName></definedNames>"));
            part(zip, "xl/_rels/workbook.xml.rels", Parts.workbookRelationships(SHEETS.size(), Trait.HONEST));
            part(zip, "xl/styles.xml", Parts.styles());
            part(zip, "xl/sharedStrings.xml", Parts.DECLARATION + "<sst xmlns=\"%s\"/>".formatted(Parts.MAIN));
            part(zip, "xl/worksheets/sheet1.xml", sheet(inputs));
            part(zip, "xl/worksheets/sheet2.xml", sheet(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
        return bytes.toByteArray();
    }

    private static String sheet(String rows) {
        return Parts.DECLARATION
                + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(Parts.MAIN, rows);
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
