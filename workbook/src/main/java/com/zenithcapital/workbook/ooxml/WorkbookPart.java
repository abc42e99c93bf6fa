package com.zenithcapital.workbook.ooxml;

import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.ooxml.SheetPart.Visibility;
import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workbook's own part: its sheets in order, and where the parts are that all sheets share.
 *
 * @param date1904 whether day 0 is 1 January 1904, as Excel for Macintosh once had it
 */
public record WorkbookPart(List<SheetPart> sheets, boolean date1904, List<Relationship> relationships) {

    /** Excel allows 31 characters; other writers are given some more. */
    private static final int LONGEST_SHEET_NAME = 64;

    public WorkbookPart {
        sheets = List.copyOf(sheets);
        relationships = List.copyOf(relationships);
    }

    public static WorkbookPart read(OoxmlPackage ooxml, MainPart main) {
        List<Relationship> relationships = ooxml.relationships(main.name());
        Map<String, Relationship> byId = new HashMap<>();
        relationships.forEach(relationship -> byId.put(relationship.id(), relationship));
        List<SheetPart> sheets = new ArrayList<>();
        Set<String> parts = new HashSet<>();
        boolean date1904 = false;
        try (PartReader xml = ooxml.read(main.name())) {
            if (!xml.nextElement() || !xml.name().equals("workbook")) {
                throw xml.corrupt("it holds no workbook");
            }
            while (xml.nextElement()) {
                switch (xml.name()) {
                    // An extension of the same local name follows in newer files.
                    case "workbookPr" -> date1904 |= isTrue(xml.attribute("date1904"));
                    case "sheet" -> {
                        SheetPart sheet = sheet(xml, ooxml, byId);
                        // More sheets than parts would be one part read again and again.
                        if (!parts.add(sheet.part())) {
                            throw xml.corrupt("two sheets share the part " + Shortened.name(sheet.part()));
                        }
                        sheets.add(sheet);
                    }
                    default -> {
                        // Views, names, calculation settings: not needed here.
                    }
                }
            }
            if (sheets.isEmpty()) {
                throw xml.corrupt("it lists no sheet");
            }
        }
        return new WorkbookPart(sheets, date1904, relationships);
    }

    /** The part that the workbook refers to with this type of relationship: {@code styles}, {@code sharedstrings}. */
    public Optional<String> related(OoxmlPackage ooxml, String type) {
        return relationships.stream()
                .filter(relationship -> relationship.type().equals(type) && !relationship.external())
                .findFirst()
                .flatMap(relationship -> ooxml.find(relationship.target()));
    }

    private static SheetPart sheet(PartReader xml, OoxmlPackage ooxml, Map<String, Relationship> byId) {
        String name = xml.attribute("name");
        String id = xml.attribute("id");
        Relationship relationship = id == null ? null : byId.get(id);
        if (name == null || relationship == null || relationship.external()) {
            throw xml.corrupt("a sheet lacks its name or its part");
        }
        String part = ooxml.find(relationship.target())
                .orElseThrow(() -> xml.corrupt("the part of sheet " + Shortened.name(name) + " is missing"));
        Kind kind = relationship.type().equals("worksheet") ? Kind.WORKSHEET : Kind.OTHER;
        return new SheetPart(Shortened.to(LONGEST_SHEET_NAME, name), visibility(xml.attribute("state")), kind, part);
    }

    private static Visibility visibility(@Nullable String state) {
        return switch (state) {
            case "hidden" -> Visibility.HIDDEN;
            case "veryHidden" -> Visibility.VERY_HIDDEN;
            case null, default -> Visibility.VISIBLE;
        };
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }
}
