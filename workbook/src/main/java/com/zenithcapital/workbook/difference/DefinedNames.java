package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.ooxml.RichText;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names that a workbook gives to cells and formulas, but those that Excel makes for itself. */
final class DefinedNames {

    private static final int MOST = 10_000;
    private static final int LONGEST = 2_048;
    private static final int MOST_CHARACTERS = 4 << 20;

    /** Print areas and filters: {@code _xlnm.Print_Area}, {@code _xlnm._FilterDatabase}. */
    private static final String EXCELS_OWN = "_xlnm.";

    /**
     * A name.
     *
     * @param scope the sheet on which it is known, or null where it is known on all
     * @param refersTo a formula
     */
    record DefinedName(String name, @Nullable String scope, String refersTo) {}

    private DefinedNames() {}

    /** By what Excel takes to be the same name: scope and name without regard to case. */
    static Map<String, DefinedName> read(PartReader xml, List<SheetPart> sheets) {
        Map<String, DefinedName> names = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        int characters = 0;
        while (xml.nextElement()) {
            String name = xml.name().equals("definedName") ? xml.attribute("name") : null;
            if (name == null || name.startsWith(EXCELS_OWN)) {
                continue;
            }
            String scope = scope(xml.attribute("localSheetId"), sheets);
            text.setLength(0);
            xml.readText(text);
            String refersTo = Shortened.to(LONGEST, RichText.unescape(text));
            characters += refersTo.length();
            if (names.size() < MOST && characters < MOST_CHARACTERS) {
                DefinedName defined = new DefinedName(Shortened.to(255, name), scope, refersTo);
                names.put(key(defined.name(), scope), defined);
            }
        }
        return names;
    }

    static String key(String name, @Nullable String scope) {
        return (name + "\n" + (scope == null ? "" : scope)).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String scope(@Nullable String index, List<SheetPart> sheets) {
        try {
            int number = index == null ? -1 : Integer.parseInt(index);
            return number >= 0 && number < sheets.size() ? sheets.get(number).name() : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
