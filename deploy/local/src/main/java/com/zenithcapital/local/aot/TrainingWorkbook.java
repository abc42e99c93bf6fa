package com.zenithcapital.local.aot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small but honest {@code .xlsx} for the engine to read in training: shared strings, numbers, formulas, an error. */
final class TrainingWorkbook {

    private static final int ROWS = 5_000;
    private static final int STRINGS = 200;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private TrainingWorkbook() {}

    static void writeTo(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", contentTypes());
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Model\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                            + OFFICE + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            put(zip, "xl/sharedStrings.xml", sharedStrings());
            put(zip, "xl/worksheets/sheet1.xml", sheet());
        }
    }

    private static String contentTypes() {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", "sheet.main+xml")
                + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
                + override("/xl/sharedStrings.xml", "sharedStrings+xml") + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String sharedStrings() {
        StringBuilder xml = new StringBuilder("<sst xmlns=\"" + MAIN + "\" uniqueCount=\"" + STRINGS + "\">");
        for (int i = 0; i < STRINGS; i++) {
            xml.append("<si><t>Revenue of segment ").append(i).append("</t></si>");
        }
        return xml.append("</sst>").toString();
    }

    private static String sheet() {
        StringBuilder xml =
                new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><dimension ref=\"A1:E" + ROWS + "\"/><sheetData>");
        for (int row = 1; row <= ROWS; row++) {
            xml.append(String.format(
                    Locale.ROOT,
                    "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"s\"><v>%2$d</v></c><c r=\"B%1$d\"><v>%3$.4f</v></c>"
                            + "<c r=\"C%1$d\"><f>B%1$d*1.05</f><v>%4$.4f</v></c>"
                            + "<c r=\"D%1$d\" t=\"str\"><f>TEXT(C%1$d,\"0.0\")</f><v>%4$.1f</v></c>"
                            + "<c r=\"E%1$d\" t=\"e\"><f>B%1$d/0</f><v>#DIV/0!</v></c></row>",
                    row,
                    row % STRINGS,
                    row * 1.25,
                    row * 1.3125));
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
