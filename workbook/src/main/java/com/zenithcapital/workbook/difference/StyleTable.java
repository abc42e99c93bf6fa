package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.format.BuiltInFormats;
import com.zenithcapital.workbook.xml.PartReader;
import com.zenithcapital.workbook.xml.PartReader.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cell formats of a workbook (ECMA-376 part 1, 18.8), so that those of two workbooks can be compared: numbers mean
 * nothing across files, what they stand for does.
 */
final class StyleTable {

    /** What a cell format is made of, as the difference names it. */
    enum Aspect {
        NUMBER_FORMAT("number-format"),
        FONT("font"),
        FILL("fill"),
        BORDER("border"),
        ALIGNMENT("alignment"),
        PROTECTION("protection");

        private final String slug;

        Aspect(String slug) {
            this.slug = slug;
        }

        String slug() {
            return slug;
        }
    }

    /** Excel allows 64,000 cell formats, 1,024 fonts and some 250 number formats; more are not compared. */
    private static final int MOST = 65_536;

    private static final int MOST_CODES = 10_000;
    private static final int LONGEST_CODE = 255;

    private record Style(String code, long font, long fill, long border, long alignment, long protection) {

        long part(Aspect aspect) {
            return switch (aspect) {
                case NUMBER_FORMAT -> Hash.of(code);
                case FONT -> font;
                case FILL -> fill;
                case BORDER -> border;
                case ALIGNMENT -> alignment;
                case PROTECTION -> protection;
            };
        }
    }

    private static final Style PLAIN = new Style(BuiltInFormats.code(0), 0, 0, 0, 0, 0);

    private final List<Style> styles = new ArrayList<>();

    private StyleTable() {}

    static StyleTable none() {
        return new StyleTable();
    }

    static StyleTable read(PartReader xml) {
        StyleTable table = new StyleTable();
        Map<Integer, String> codes = new HashMap<>();
        List<Long> fonts = new ArrayList<>();
        List<Long> fills = new ArrayList<>();
        List<Long> borders = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "numFmt" -> {
                    String code = xml.attribute("formatCode");
                    if (code != null && code.length() <= LONGEST_CODE && codes.size() < MOST_CODES) {
                        codes.put(number(xml.attribute("numFmtId")), code);
                    }
                }
                case "fonts" -> children(xml, fonts);
                case "fills" -> children(xml, fills);
                case "borders" -> children(xml, borders);
                case "cellXfs" -> table.readStyles(xml, codes, fonts, fills, borders);
                case "cellStyleXfs", "dxfs", "cellStyles", "tableStyles", "extLst" -> xml.skipElement();
                default -> {
                    // The lists' frames.
                }
            }
        }
        return table;
    }

    /** Whether cells of these styles look the same. */
    boolean isSame(int style, StyleTable other, int otherStyle) {
        return style(style).equals(other.style(otherStyle));
    }

    List<Aspect> differing(int style, StyleTable other, int otherStyle) {
        List<Aspect> differing = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (style(style).part(aspect) != other.style(otherStyle).part(aspect)) {
                differing.add(aspect);
            }
        }
        return differing;
    }

    String numberFormat(int style) {
        return style(style).code();
    }

    private Style style(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : PLAIN;
    }

    private void readStyles(
            PartReader xml, Map<Integer, String> codes, List<Long> fonts, List<Long> fills, List<Long> borders) {
        for (Event event = xml.next(); event != Event.END && event != Event.END_OF_PART; event = xml.next()) {
            if (event != Event.START) {
                continue;
            }
            int number = number(xml.attribute("numFmtId"));
            long font = of(fonts, xml.attribute("fontId"));
            long fill = of(fills, xml.attribute("fillId"));
            long border = of(borders, xml.attribute("borderId"));
            long alignment = 0;
            long protection = 0;
            for (Event inner = xml.next(); inner != Event.END && inner != Event.END_OF_PART; inner = xml.next()) {
                if (inner == Event.START) {
                    switch (xml.name()) {
                        case "alignment" -> alignment = element(xml);
                        case "protection" -> protection = element(xml);
                        default -> xml.skipElement();
                    }
                }
            }
            if (styles.size() < MOST) {
                String code = codes.getOrDefault(number, BuiltInFormats.code(number));
                styles.add(new Style(code, font, fill, border, alignment, protection));
            }
        }
    }

    private static void children(PartReader xml, List<Long> hashes) {
        for (Event event = xml.next(); event != Event.END && event != Event.END_OF_PART; event = xml.next()) {
            if (event == Event.START) {
                long hash = element(xml);
                if (hashes.size() < MOST) {
                    hashes.add(hash);
                }
            }
        }
    }

    /** Moves to the end of the element that just started: a hash of all that is in it but the order of attributes. */
    private static long element(PartReader xml) {
        long hash = start(xml);
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case START -> {
                    depth++;
                    hash = Hash.add(hash, start(xml));
                }
                case END, END_OF_PART -> depth--;
                case TEXT -> {
                    // White space.
                }
            }
        }
        return hash;
    }

    private static long start(PartReader xml) {
        long hash = Hash.of(xml.name());
        for (int index = 0; index < xml.attributes(); index++) {
            hash += Hash.mix(Hash.of(xml.attributeName(index)) + 31 * Hash.of(xml.attribute(index)));
        }
        return hash;
    }

    private static long of(List<Long> hashes, @Nullable String index) {
        int at = number(index);
        return at >= 0 && at < hashes.size() ? hashes.get(at) : 0;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
