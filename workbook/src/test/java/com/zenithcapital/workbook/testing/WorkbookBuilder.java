package com.zenithcapital.workbook.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The smallest workbook that Excel opens, and ways to make it another one. */
public final class WorkbookBuilder {

    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder overrides = new StringBuilder();
    private final StringBuilder defaults = new StringBuilder();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relationships = new StringBuilder();
    private String mainType = TYPE + "sheet.main+xml";
    private String definedNames = "";
    private int sheetCount;

    /** One visible sheet with these rows as XML. */
    public static WorkbookBuilder withRows(String rows) {
        return new WorkbookBuilder().sheet("Model", "", sheetData(rows));
    }

    public static WorkbookBuilder withoutSheets() {
        return new WorkbookBuilder();
    }

    /** The part of a worksheet with these rows as XML. */
    public static String sheetData(String rows) {
        return "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
    }

    /** {@code attributes}: of the sheet in the workbook's list, such as {@code state="hidden"}. */
    public WorkbookBuilder sheet(String name, String attributes, String xml) {
        sheetCount++;
        String part = "worksheets/sheet" + sheetCount + ".xml";
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\" %s/>"
                .formatted(name, sheetCount, sheetCount, attributes));
        related("rId" + sheetCount, "worksheet", part);
        return typed("xl/" + part, TYPE + "worksheet+xml", xml);
    }

    /** {@code names}: {@code <definedName name="rate">Model!$B$2</definedName>} and more of them. */
    public WorkbookBuilder definedNames(String names) {
        definedNames = "<definedNames>" + names + "</definedNames>";
        return this;
    }

    public WorkbookBuilder sharedStrings(String items) {
        related("rIdStrings", "sharedStrings", "sharedStrings.xml");
        return typed(
                "xl/sharedStrings.xml",
                TYPE + "sharedStrings+xml",
                "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, items));
    }

    public WorkbookBuilder styles(String content) {
        related("rIdStyles", "styles", "styles.xml");
        return typed(
                "xl/styles.xml",
                TYPE + "styles+xml",
                "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(MAIN, content));
    }

    /** A relationship of the workbook's own part. */
    public WorkbookBuilder related(String id, String type, String target) {
        relationships.append(relationship(id, type, target));
        return this;
    }

    public static String relationship(String id, String type, String target) {
        String uri = type.contains("/") ? type : RELATIONS + "/" + type;
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, uri, target);
    }

    public static String relationships(String relationships) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relationships
                + "</Relationships>";
    }

    public WorkbookBuilder mainType(String type) {
        mainType = type;
        return this;
    }

    /** A part whose content type is given by an override. */
    public WorkbookBuilder typed(String name, String type, String content) {
        overrides.append("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, type));
        return part(name, content);
    }

    public WorkbookBuilder defaultType(String extension, String type) {
        defaults.append("<Default Extension=\"%s\" ContentType=\"%s\"/>".formatted(extension, type));
        return this;
    }

    /** A part of which only the extension tells the type. */
    public WorkbookBuilder part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public WorkbookBuilder part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** All parts in order; those put by name replace the ones made here. */
    public Map<String, byte[]> toParts() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        put(
                all,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + defaults
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%s\"/>".formatted(mainType) + overrides
                        + "</Types>");
        put(all, "_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
        put(
                all,
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr/><sheets>%s</sheets>%s</workbook>"
                        .formatted(MAIN, RELATIONS, sheets, definedNames));
        put(all, "xl/_rels/workbook.xml.rels", relationships(relationships.toString()));
        all.putAll(parts);
        return all;
    }

    public RawZip toZip() {
        RawZip zip = new RawZip();
        toParts().forEach((name, content) -> zip.add(RawEntry.of(name, content)));
        return zip;
    }

    public byte[] toBytes() {
        return toZip().toBytes();
    }

    private static void put(Map<String, byte[]> parts, String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
