package com.zenithcapital.local.sample;

/** The small parts of the package and the names they use (ECMA-376, parts 1 and 2). */
final class Parts {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private Parts() {}

    static String contentTypes(int sheets, Trait trait) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<Types xmlns=\"%scontent-types\">".formatted(PACKAGE))
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        if (trait == Trait.MACRO) {
            xml.append("<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>")
                    .append(override("workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
        } else {
            xml.append(override("workbook.xml", TYPE + "sheet.main+xml"));
        }
        if (trait == Trait.OLE_OBJECT) {
            xml.append(
                    "<Default Extension=\"bin\" ContentType=\"application/vnd.openxmlformats-officedocument.oleObject\"/>");
        }
        if (trait == Trait.EXTERNAL_LINK) {
            xml.append(override("externalLinks/externalLink1.xml", TYPE + "externalLink+xml"));
        }
        for (int sheet = 1; sheet <= sheets; sheet++) {
            xml.append(override("worksheets/sheet" + sheet + ".xml", TYPE + "worksheet+xml"));
        }
        return xml.append(override("styles.xml", TYPE + "styles+xml"))
                .append(override("sharedStrings.xml", TYPE + "sharedStrings+xml"))
                .append("</Types>")
                .toString();
    }

    static String packageRelationships() {
        return relationships(relationship("rId1", "officeDocument", "xl/workbook.xml", ""));
    }

    static String workbookRelationships(int sheets, Trait trait) {
        StringBuilder xml = new StringBuilder();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            xml.append(relationship("rId" + sheet, "worksheet", "worksheets/sheet" + sheet + ".xml", ""));
        }
        xml.append(relationship("rIdStyles", "styles", "styles.xml", ""));
        xml.append(relationship("rIdStrings", "sharedStrings", "sharedStrings.xml", ""));
        if (trait == Trait.EXTERNAL_LINK) {
            xml.append(relationship("rIdLink", "externalLink", "externalLinks/externalLink1.xml", ""));
        }
        if (trait == Trait.MACRO) {
            xml.append(
                    "<Relationship Id=\"rIdMacro\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\""
                            + " Target=\"vbaProject.bin\"/>");
        }
        return relationships(xml.toString());
    }

    static String oleRelationships() {
        return relationships(relationship("rId1", "oleObject", "../embeddings/oleObject1.bin", ""));
    }

    static String externalLink() {
        return DECLARATION + "<externalLink xmlns=\"%s\" xmlns:r=\"%s\">".formatted(MAIN, RELATIONS)
                + "<externalBook r:id=\"rId1\"><sheetNames><sheetName val=\"Peers\"/></sheetNames></externalBook></externalLink>";
    }

    static String externalLinkRelationships() {
        return relationships(
                relationship("rId1", "externalLinkPath", "Peer%20group%202026.xlsx", " TargetMode=\"External\""));
    }

    static String workbook(Iterable<String> sheets, String hidden, Trait trait) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, RELATIONS));
        int id = 0;
        for (String sheet : sheets) {
            id++;
            String state = sheet.equals(hidden) ? " state=\"hidden\"" : "";
            xml.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
                    .formatted(sheet.replace("&", "&amp;"), id, state, id));
        }
        xml.append("</sheets>");
        if (trait == Trait.EXTERNAL_LINK) {
            xml.append("<externalReferences><externalReference r:id=\"rIdLink\"/></externalReferences>");
        }
        return xml.append("<definedNames><definedName name=\"Timeline\">Inputs!$D$1:$O$1</definedName></definedNames>")
                .append("<calcPr calcId=\"191029\"/></workbook>")
                .toString();
    }

    /** Cell styles 0 to 6: plain, bold, whole number, money, percent, month, exchange rate. */
    static String styles() {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append(
                        "<styleSheet xmlns=\"%s\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0000\"/></numFmts>"
                                .formatted(MAIN))
                .append("<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>")
                .append("<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>")
                .append("<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>")
                .append("<fill><patternFill patternType=\"gray125\"/></fill></fills>")
                .append("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>")
                .append(
                        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
                .append("<cellXfs count=\"7\">");
        int[] formats = {0, 0, 3, 4, 10, 17, 164};
        for (int style = 0; style < formats.length; style++) {
            xml.append(
                    "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
                            .formatted(formats[style], style == 1 ? 1 : 0));
        }
        return xml.append("</cellXfs></styleSheet>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/%s\" ContentType=\"%s\"/>".formatted(part, type);
    }

    private static String relationships(String relationships) {
        return "%s<Relationships xmlns=\"%srelationships\">%s</Relationships>"
                .formatted(DECLARATION, PACKAGE, relationships);
    }

    private static String relationship(String id, String type, String target, String mode) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"%s/>".formatted(id, RELATIONS, type, target, mode);
    }
}
