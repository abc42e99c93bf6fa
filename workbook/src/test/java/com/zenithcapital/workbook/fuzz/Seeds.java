package com.zenithcapital.workbook.fuzz;

import static com.zenithcapital.workbook.testing.RawBiff.join;
import static com.zenithcapital.workbook.testing.RawBiff.number;
import static com.zenithcapital.workbook.testing.RawBiff.record;
import static com.zenithcapital.workbook.testing.RawBiff.shorts;
import static com.zenithcapital.workbook.testing.RawBiff.text;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationship;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationships;

import com.zenithcapital.workbook.testing.RawBiff;
import com.zenithcapital.workbook.testing.RawEntry;
import com.zenithcapital.workbook.testing.RawZip;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hpsf.WritingNotSupportedException;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/** Where fuzzing begins: small inputs that between them reach most of the engine, and the words of the formats. */
final class Seeds {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** What a part may hold, sheet by sheet; each is a seed with all others as they are in {@link #plainParts}. */
    private static final List<String> ROWS = List.of(
            "<row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"2\"><f>NOW()+[1]Peers!A1</f>"
                    + "<v>46112.25</v></c><c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>",
            "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>a_x0041_</t></r><rPh><t>x</t></rPh></is></c>"
                    + "<c t=\"b\"><v>1</v></c><c t=\"d\" s=\"3\"><v>2026-03-31T10:00:00</v></c><c t=\"str\"><f>A1</f><v>x</v></c></row>",
            "<row r=\"3\"><c r=\"A3\"><f t=\"shared\" ref=\"A3:A5\" si=\"0\">SUM($B$1:B3)*'My sheet'!C$2</f><v>1</v></c></row>"
                    + "<row><c><f t=\"shared\" si=\"0\"/><v>-1.5E+10</v></c></row>"
                    + "<row r=\"1048576\"><c r=\"XFD1048576\"><f>cmd|'/c calc'!A0</f></c></row>");

    private static final List<String> AROUND_ROWS = List.of(
            "<cols><col min=\"1\" max=\"3\" hidden=\"1\"/></cols>@",
            "@<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>",
            "@<sheetProtection sheet=\"1\"/><oleObjects><oleObject progId=\"x\"/></oleObjects>");

    private static final List<String> STYLES = List.of(
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"_(* #,##0.0,,&quot;m&quot;_);[Red]\\(0.0%\\);# ?/8;@\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/></cellXfs><dxfs/>",
            "<fonts><font><b/><sz val=\"11\"/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs>"
                    + "<xf/></cellStyleXfs><cellXfs><xf numFmtId=\"46\" fontId=\"0\" fillId=\"0\"><alignment wrapText=\"1\"/>"
                    + "<protection locked=\"0\"/></xf></cellXfs>");

    private static final List<String> STRINGS = List.of(
            "<si><t>Revenue &amp; cost</t></si><si><r><t>two</t></r><r><t xml:space=\"preserve\"> runs_x000D_</t></r></si>");

    private Seeds() {}

    /** A package with one part of each kind. */
    static Map<String, byte[]> plainParts() {
        return Parts.PLAIN;
    }

    /** On first use: most targets need none. */
    private static final class Parts {

        private static final Map<String, byte[]> PLAIN = WorkbookBuilder.withRows(ROWS.getFirst())
                .sheet("My sheet", "state=\"hidden\"", WorkbookBuilder.sheetData(ROWS.get(1)))
                .sharedStrings(STRINGS.getFirst())
                .styles(STYLES.getFirst())
                .definedNames("<definedName name=\"rate\" localSheetId=\"0\">Model!$B$1</definedName>")
                .related("rIdLink", "externalLink", "externalLinks/externalLink1.xml")
                .typed(
                        "xl/externalLinks/externalLink1.xml",
                        OFFICE + "spreadsheetml.externalLink+xml",
                        "<externalLink><externalBook r:id=\"rId1\" xmlns:r=\"urn:r\"/></externalLink>")
                .part(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        relationships("<Relationship Id=\"rId1\" Type=\"urn:a/externalLinkPath\""
                                + " Target=\"file:///C:/Peers%202026.xlsx\" TargetMode=\"External\"/>"))
                .related("rIdConnections", "connections", "connections.xml")
                .typed(
                        "xl/connections.xml",
                        OFFICE + "spreadsheetml.connections+xml",
                        "<connections><connection id=\"1\" name=\"Prices\" type=\"4\"/></connections>")
                .typed(
                        "xl/comments1.xml",
                        OFFICE + "spreadsheetml.comments+xml",
                        "<comments><commentList><comment ref=\"A1\"/></commentList></comments>")
                .part(
                        "_rels/.rels",
                        relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")
                                + relationship("rId2", "extended-properties", "docProps/app.xml")))
                .part("docProps/app.xml", "<Properties><Application>Excel_xD83D_</Application></Properties>")
                .part("xl/media/image1.bin", new byte[] {1, 2, 3})
                .toParts();
    }

    static List<byte[]> archives() {
        RawZip stored = new RawZip();
        plainParts().forEach((name, content) -> stored.add(RawEntry.stored(name, content)));
        RawZip others = new RawZip().zip64().comment("a comment");
        plainParts()
                .forEach((name, content) ->
                        others.add(RawEntry.of(name, content).withDescriptor().zip64()));
        return List.of(WorkbookBuilder.withRows(ROWS.getFirst()).toBytes(), stored.toBytes(), others.toBytes());
    }

    static List<byte[]> parts() {
        List<byte[]> seeds = new ArrayList<>();
        plainParts().forEach((name, content) -> seeds.add(Sections.join(Map.of(name, content))));
        sheetParts().forEach(part -> seeds.add(Sections.join(Map.of("xl/worksheets/sheet1.xml", part))));
        seeds.add(Sections.join(plainParts()));
        return seeds;
    }

    static List<byte[]> sheets() {
        List<byte[]> seeds = new ArrayList<>();
        byte[] strings = part("sst", STRINGS.getFirst());
        for (byte[] sheet : sheetParts()) {
            seeds.add(Sections.join(Map.of("sheet", sheet)));
            for (String styles : STYLES) {
                seeds.add(Sections.join(Map.of(
                        "sheet",
                        sheet,
                        "styles",
                        part("styleSheet", styles),
                        "strings",
                        strings,
                        "1904",
                        new byte[0])));
            }
        }
        return seeds;
    }

    private static List<byte[]> sheetParts() {
        List<byte[]> parts = new ArrayList<>();
        ROWS.forEach(rows -> parts.add(bytes(WorkbookBuilder.sheetData(rows))));
        AROUND_ROWS.forEach(around ->
                parts.add(part("worksheet", around.replace("@", "<sheetData>" + ROWS.getFirst() + "</sheetData>"))));
        return parts;
    }

    static RawBiff plainRecords() {
        return new RawBiff()
                .global(0x041E, join(shorts(164), text("0.0")))
                .global(0x00E0, shorts(0, 164))
                .global(0x00FC, join(shorts(1, 0, 1, 0), text("Revenue")))
                .sheet("Model", record(0x00FD, shorts(0, 0, 0, 0, 0)), number(0, 1, 12.5));
    }

    static List<byte[]> records() {
        byte[] now = join(shorts(1, 0, 0, 0, 0, 0, 0x3FF0, 0, 0, 0, 4), new byte[] {0x42, 0, (byte) 74, 0});
        byte[] textual = join(shorts(2, 0, 0, 0, 0, 0, 0xFFFF, 0, 0, 0, 5), new byte[] {0x01, 0, 0, 0, 0});
        byte[] picture = join(shorts(0x15, 4, 8, 1), shorts(8, 2, 0x80), shorts(9, 2, 0), shorts(0, 0));
        byte[] rich =
                join(shorts(3, 0, 3, 0), shorts(3), new byte[] {0x0C}, shorts(1, 4, 0), bytes("abc"), new byte[8]);
        return List.of(
                plainRecords().toStream(),
                plainRecords()
                        .global(0x01AE, join(shorts(1), text("\u0001peers.xls"), text("Prices")))
                        .global(0x01AE, join(shorts(0), text("Excel\u0003topic")))
                        .global(0x0022, shorts(1))
                        .global(0x0012, shorts(1))
                        .global(0x0018, new byte[14])
                        .global(0x00FC, rich)
                        .sheet("Macros", 1, 1, 0, number(0, 0, 1))
                        .sheet(
                                "All",
                                record(0x0208, shorts(0, 0, 0, 0, 0, 0, 0x20, 0)),
                                record(0x007D, shorts(0, 1, 0, 0, 1, 0)),
                                record(0x00BD, shorts(0, 0, 0, 1, 2, 0, 3, 4, 1)),
                                record(0x027E, shorts(0, 3, 0, 7, 8)),
                                record(0x0204, join(shorts(0, 4, 0), text("label"))),
                                record(0x0205, shorts(0, 5, 0, 0x0107)),
                                record(0x0006, now),
                                record(0x0006, textual),
                                record(0x04BC, join(shorts(0, 1, 0, 1, 4), new byte[] {0x42, 0, 74, 0})),
                                record(0x0207, text("result")),
                                record(0x005D, picture),
                                record(0x001C, shorts(0, 0, 0, 0)),
                                record(0x00E5, shorts(1, 0, 1, 0, 1)))
                        .toStream(),
                stream(honest()));
    }

    static List<byte[]> containers() {
        return List.of(plainRecords().folder("MBD0018D4CE").toBytes(), honest());
    }

    static List<byte[]> summaries() {
        SummaryInformation summary = PropertySetFactory.newSummaryInformation();
        summary.setTitle("Sector model");
        summary.setAuthor("Größe");
        summary.setApplicationName("Excel");
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            summary.write(out);
            return List.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WritingNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As POI writes it, with what is tedious to write by hand. */
    private static byte[] honest() {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            HSSFSheet sheet = workbook.createSheet("Model");
            Row row = sheet.createRow(0);
            HSSFRichTextString rich = new HSSFRichTextString("two runs");
            rich.applyFont(0, 3, workbook.createFont());
            row.createCell(0).setCellValue(rich);
            row.createCell(1).setCellFormula("TODAY()+OFFSET(A1,1,1)+SUM(A1:B2)");
            row.createCell(2).setCellFormula("IF(A1=1,\"as\",{1,2;3,4})");
            row.createCell(3).setCellErrorValue((byte) 0x07);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
            workbook.createName().setNameName("rate");
            workbook.getName("rate").setRefersToFormula("Model!$A$1");
            workbook.createInformationProperties();
            workbook.getSummaryInformation().setTitle("Sector model");
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] stream(byte[] container) {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(container));
                DocumentInputStream in = file.createDocumentInputStream("Workbook")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> formulas() {
        return bytes(Stream.of(
                "SUM($B$1:B3)*'My ''own'' sheet'!C$2",
                "[1]Peers!A1+Table1[[#Totals],[a'[b]]:[c]]",
                "Jan:Dec!$A:$C+2025!1:$3&\"a \"\"b\"\"\"",
                "IF(A1#<>#REF!,-1.5E-10,{1,2;3,#N/A})",
                "_xlfn.LET(x.y,x\\z?,ÄÖ数!B2:INDEX(A:A,3),XFD1048576)",
                "cmd|'/c calc'!A0"));
    }

    static List<byte[]> formats() {
        return bytes(Stream.of(
                "_(* #,##0.0,,\"m\"_);[Red]\\(0.0%\\);\"-\"??;@\n1234567.891",
                "[>=1000000]0.0,,\"m\";[<-1000](#,##0.0);General\" x\"\n-1500.5",
                "[$€-407] dddd, d. mmmm yyyy hh:mm:ss.000 AM/PM\n46112.25",
                "[h]:mm:ss;[mm]:ss.0;[s]\n0.99999",
                "# ??/??;0 ?/8;?/?\n1.3333333333",
                "##0.0E+0;0.00E-00\n999.96",
                "yyyy\"A\"-mmm-ddd A/P e\n2026-03-31T10:00:00",
                "*-0;_-@_-\n1E+300",
                "[DBNum1][$-F800]General\n-0.1"));
    }

    static List<byte[]> differences() {
        List<byte[]> seeds = new ArrayList<>();
        List<byte[]> sheets = sheetParts();
        for (int index = 0; index < sheets.size(); index++) {
            seeds.add(Sections.join(Map.of(
                    "old/xl/worksheets/sheet1.xml",
                    sheets.get(index),
                    "new/xl/worksheets/sheet1.xml",
                    sheets.get((index + 1) % sheets.size()))));
        }
        String sound = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><f>A1+A3</f><v>3</v></c></row>";
        String other = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><f>A1+A4</f><v>4</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>7</v></c></row>";
        String more = "<row r=\"%d\"><c r=\"A%1$d\"><v>2</v></c><c r=\"B%1$d\" t=\"s\"><v>1</v></c>"
                + "<c r=\"C%1$d\"><f>SUM(C1:C2)+rate</f><v>6</v></c></row>";
        seeds.add(Sections.join(Map.of(
                "old/xl/worksheets/sheet1.xml",
                bytes(WorkbookBuilder.sheetData(sound + more.formatted(3))),
                "new/xl/worksheets/sheet1.xml",
                bytes(WorkbookBuilder.sheetData(other + more.formatted(4))),
                "new/xl/styles.xml",
                part("styleSheet", STYLES.getLast()))));
        return seeds;
    }

    /** Words that changed bytes would hardly ever come to be. */
    static List<String> words() {
        return Stream.of(
                        "worksheet sheetData row c v f is r t si sst rPh cols col mergeCell oleObject sheetProtection",
                        "styleSheet numFmt cellXfs cellStyleXfs xf dxfs font fill border alignment protection",
                        "workbook workbookPr sheets sheet definedName workbookProtection Relationship Relationships",
                        "Types Override Default PartName ContentType Extension Target TargetMode External Id Type",
                        "<!DOCTYPE <![CDATA[ ]]> <!-- --> <?x ?> &#0; &#xD800; &amp; &#x10FFFF; xmlns= _xD800_ _x000D_",
                        "t=\"s\" t=\"e\" t=\"b\" t=\"d\" t=\"str\" t=\"inlineStr\" t=\"shared\" si=\"0\" s=\"1\" hidden=\"1\"",
                        "xl/workbook.xml xl/worksheets/sheet1.xml xl/sharedStrings.xml xl/styles.xml [Content_Types].xml",
                        "NOW( RAND( OFFSET( INDIRECT( #REF! #DIV/0! #N/A XFD1048576 A1:B2 $A:$C 1:3",
                        "General AM/PM A/P [h] [mm] [s] [Red] [$-407] [>=1000] E+00 ?/? .000 1E+300 -1E-300 2958466",
                        "old/ new/ strings styles 1904")
                .flatMap(line -> Stream.of(line.split(" ")))
                .toList();
    }

    private static byte[] part(String root, String content) {
        return bytes("<%s xmlns=\"%s\">%s</%s>".formatted(root, WorkbookBuilder.MAIN, content, root));
    }

    private static List<byte[]> bytes(Stream<String> texts) {
        return texts.map(Seeds::bytes).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
