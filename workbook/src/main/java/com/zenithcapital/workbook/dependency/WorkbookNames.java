package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.ooxml.RichText;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names that a workbook gives to cells and formulas, and what each refers to. */
final class WorkbookNames {

    private static final int MOST = 10_000;
    private static final int MOST_CHARACTERS = 2 << 20;
    private static final int LONGEST = 8_192;
    /** A name of names, of names. */
    private static final int MOST_ROUNDS = 8;

    private static final int GLOBAL = -1;

    private static final int MOST_OF_A_NAME = 64;
    private static final int MOST_REFERENCES = 40_000;
    private static final int MOST_TABLES = 5_000;

    /** Print areas and filters, which Excel makes for itself. */
    private static final String EXCELS_OWN = "_xlnm.";

    /**
     * References that a name stands for, from one to before another.
     *
     * @param isSingle whether it is nothing but one reference, to be read as if that stood in its place
     * @param isOpen whether there may be more
     */
    record Named(int from, int to, boolean isSingle, boolean isOpen) {

        static final Named UNKNOWN = new Named(0, 0, false, true);
    }

    private final SheetNames sheets;
    /** What is defined, by key. */
    private final Map<String, String> formulas = new LinkedHashMap<>();

    private final Map<String, Named> named = new HashMap<>();
    private final References references = new References();
    /** Names in formulas that may be those of tables. */
    private final Set<String> tables = ConcurrentHashMap.newKeySet();

    private int characters;
    private volatile boolean complete = true;
    /** Whether a name was looked for that is defined and not known yet. */
    private boolean missed;

    private boolean iterating;

    private WorkbookNames(SheetNames sheets) {
        this.sheets = sheets;
    }

    /** {@code xml}: the workbook's own part. */
    static WorkbookNames read(PartReader xml, SheetNames sheets) {
        WorkbookNames names = new WorkbookNames(sheets);
        StringBuilder text = new StringBuilder();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "definedName" -> {
                    String name = xml.attribute("name");
                    String scope = xml.attribute("localSheetId");
                    text.setLength(0);
                    xml.readText(text);
                    if (name != null && !name.startsWith(EXCELS_OWN)) {
                        names.define(name, scope, RichText.unescape(text));
                    }
                }
                case "calcPr" -> {
                    String iterate = xml.attribute("iterate");
                    names.iterating |= "1".equals(iterate) || "true".equals(iterate);
                }
                default -> {
                    // Sheets and views.
                }
            }
        }
        names.resolve();
        return names;
    }

    private void define(String name, @Nullable String scope, String formula) {
        characters += formula.length() + name.length();
        if (formulas.size() == MOST || characters > MOST_CHARACTERS || formula.length() > LONGEST) {
            complete = false;
            return;
        }
        int place = GLOBAL;
        try {
            place = scope == null ? GLOBAL : Integer.parseInt(scope);
        } catch (NumberFormatException e) {
            complete = false;
        }
        formulas.putIfAbsent(key(name, place), formula);
    }

    private static String key(String name, int scope) {
        return scope + "!" + name.toLowerCase(Locale.ROOT);
    }

    /** Names of names are known a round later than those; what is not after some rounds may be anything. */
    private void resolve() {
        ReferenceReader reader = new ReferenceReader(sheets, this);
        Map<String, String> left = new LinkedHashMap<>(formulas);
        for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
            left.entrySet().removeIf(name -> resolve(name.getKey(), name.getValue(), reader));
        }
        complete &= left.isEmpty();
    }

    private boolean resolve(String key, String formula, ReferenceReader reader) {
        int from = references.count();
        if (from > MOST_REFERENCES) {
            complete = false;
            return true;
        }
        missed = false;
        reader.readName(formula, references, MOST_OF_A_NAME);
        if (missed) {
            references.cutTo(from);
            return false;
        }
        for (int index = from; index < references.count(); index++) {
            references.wrap(index);
        }
        named.put(key, new Named(from, references.count(), reader.isSingle(), reader.isOpen()));
        return true;
    }

    /** What the name stands for on this sheet; null where it is not defined. */
    @Nullable
    Named find(String name, int sheet) {
        String local = key(name, sheet);
        String key = formulas.containsKey(local) ? local : key(name, GLOBAL);
        if (!formulas.containsKey(key)) {
            return null;
        }
        Named known = named.get(key);
        missed |= known == null;
        return known == null ? Named.UNKNOWN : known;
    }

    References references() {
        return references;
    }

    /** A word that is no defined name: that of a table, or of nothing. */
    void addTable(String name) {
        if (tables.size() < MOST_TABLES) {
            tables.add(name.toLowerCase(Locale.ROOT));
        } else {
            complete = false;
        }
    }

    /** In lower case. */
    Set<String> tables() {
        return tables;
    }

    /** Whether all names are known. */
    boolean isComplete() {
        return complete;
    }

    /** Whether Excel is told to go round in circles, and then does not warn of them. */
    boolean isIterating() {
        return iterating;
    }
}
