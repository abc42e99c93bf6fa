package com.zenithcapital.benchmarks.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of one sheet whose every cell holds a text that no other has: what a table of shared strings dreads. */
final class ManyStrings {

    static final int STRINGS = 1_600_000;

    private static final int COLUMNS = 16;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipOutputStream zip;
    private final StringBuilder text = new StringBuilder();

    private ManyStrings(ZipOutputStream zip) {
        this.zip = zip;
    }

    static void writeTo(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            new ManyStrings(zip).write();
        }
    }

    private void write() throws IOException {
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
                        + "worksheet+xml\"/></Types>");
        part("_rels/.rels", relationships("officeDocument", "xl/workbook.xml", ""));
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Texts\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                relationships(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "<Relationship Id=\"rId2\" Type=\"" + OFFICE
                                + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
        writeStrings();
        writeSheet();
    }

    private void writeStrings() throws IOException {
        zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
        text.append("<sst xmlns=\"").append(MAIN).append("\" uniqueCount=\"").append(STRINGS);
        text.append("\">");
        Random random = new Random(1);
        for (int string = 0; string < STRINGS; string++) {
            text.append("<si><t>").append("Customer ").append(string).append(' ');
            text.append(Integer.toHexString(random.nextInt())).append("</t></si>");
            flushFull();
        }
        text.append("</sst>");
        end();
    }

    private void writeSheet() throws IOException {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        text.append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
        for (int row = 0; row < STRINGS / COLUMNS; row++) {
            text.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < COLUMNS; column++) {
                text.append("<c r=\"").append((char) ('A' + column)).append(row + 1);
                text.append("\" t=\"s\"><v>").append(row * COLUMNS + column).append("</v></c>");
            }
            text.append("</row>");
            flushFull();
        }
        text.append("</sheetData></worksheet>");
        end();
    }

    private static String relationships(String type, String target, String more) {
        return "<Relationships xmlns=\"" + PACKAGE + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/" + type
                + "\" Target=\"" + target + "\"/>" + more + "</Relationships>";
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text.append(content);
        end();
    }

    private void flushFull() throws IOException {
        if (text.length() > 1 << 16) {
            flush();
        }
    }

    private void end() throws IOException {
        flush();
        zip.closeEntry();
    }

    private void flush() throws IOException {
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
