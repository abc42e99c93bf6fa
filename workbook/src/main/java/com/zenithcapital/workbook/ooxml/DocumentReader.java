package com.zenithcapital.workbook.ooxml;

import com.zenithcapital.workbook.ooxml.DocumentFacts.DefinedName;
import com.zenithcapital.workbook.ooxml.DocumentFacts.Parts;
import com.zenithcapital.workbook.ooxml.DocumentFacts.Properties;
import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of a document from the parts that state them. */
public final class DocumentReader {

    private static final int LONGEST_TEXT = 256;
    private static final int MOST_NAMES = 200;

    private static final Set<String> PROPERTIES =
            Set.of("title", "creator", "lastModifiedBy", "created", "modified", "Application");

    private final OoxmlPackage ooxml;
    private final WorkbookPart workbook;
    private final List<DefinedName> names = new ArrayList<>();
    private int nameCount;
    private boolean structureProtected;

    public DocumentReader(OoxmlPackage ooxml, WorkbookPart workbook) {
        this.ooxml = ooxml;
        this.workbook = workbook;
    }

    /** {@code main}: the workbook's own part, which is read once more. */
    public DocumentFacts read(MainPart main) {
        readWorkbook(main);
        return new DocumentFacts(properties(), nameCount, names, parts(), structureProtected, List.of());
    }

    private void readWorkbook(MainPart main) {
        StringBuilder text = new StringBuilder();
        try (PartReader xml = ooxml.read(main.name())) {
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "definedName" -> {
                        if (++nameCount <= MOST_NAMES) {
                            String name = xml.attribute("name");
                            String scope = scope(xml.attribute("localSheetId"));
                            boolean hidden = isTrue(xml.attribute("hidden"));
                            text.setLength(0);
                            xml.readText(text);
                            names.add(new DefinedName(
                                    shortened(name == null ? "" : name), shortened(text.toString()), scope, hidden));
                        }
                    }
                    case "workbookProtection" -> structureProtected = isTrue(xml.attribute("lockStructure"));
                    default -> {
                        // Sheets were read before; views and calculation are of no interest.
                    }
                }
            }
        }
    }

    private @Nullable String scope(@Nullable String index) {
        if (index == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(index);
            return number >= 0 && number < workbook.sheets().size()
                    ? workbook.sheets().get(number).name()
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Properties properties() {
        Map<String, String> found = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Relationship relationship : ooxml.relationships()) {
            boolean states = relationship.type().equals("core-properties")
                    || relationship.type().equals("extended-properties");
            if (states && !relationship.external()) {
                ooxml.find(relationship.target()).filter(seen::add).ifPresent(part -> readProperties(part, found));
            }
        }
        return new Properties(
                found.get("title"),
                found.get("creator"),
                found.get("lastModifiedBy"),
                found.get("created"),
                found.get("modified"),
                found.get("Application"));
    }

    private void readProperties(String part, Map<String, String> found) {
        StringBuilder text = new StringBuilder();
        try (PartReader xml = ooxml.read(part)) {
            while (xml.nextElement()) {
                String name = xml.name();
                if (PROPERTIES.contains(name) && !found.containsKey(name)) {
                    text.setLength(0);
                    xml.readText(text);
                    if (!text.isEmpty()) {
                        found.put(name, shortened(text.toString()));
                    }
                }
            }
        }
    }

    private Parts parts() {
        int links = 0;
        int connections = 0;
        int pivotTables = 0;
        int charts = 0;
        int tables = 0;
        int comments = 0;
        for (String part : ooxml.parts()) {
            String type = ooxml.contentType(part);
            if (type.endsWith("spreadsheetml.externallink+xml")) {
                links++;
            } else if (type.endsWith("spreadsheetml.connections+xml")) {
                connections += elements(part, "connection");
            } else if (type.endsWith("spreadsheetml.pivottable+xml")) {
                pivotTables++;
            } else if (type.endsWith("drawingml.chart+xml") || type.endsWith("ms-office.chartex+xml")) {
                charts++;
            } else if (type.endsWith("spreadsheetml.table+xml")) {
                tables++;
            } else if (type.endsWith("spreadsheetml.comments+xml")) {
                comments += elements(part, "comment");
            }
        }
        return new Parts(links, connections, pivotTables, charts, tables, comments);
    }

    private int elements(String part, String name) {
        int count = 0;
        try (PartReader xml = ooxml.read(part)) {
            while (xml.nextElement()) {
                if (xml.name().equals(name)) {
                    count++;
                }
            }
        }
        return count;
    }

    private static String shortened(String text) {
        return Shortened.to(LONGEST_TEXT, RichText.unescape(text));
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
