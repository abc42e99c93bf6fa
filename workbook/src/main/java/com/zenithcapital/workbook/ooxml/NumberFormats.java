package com.zenithcapital.workbook.ooxml;

import com.zenithcapital.workbook.xml.PartReader;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cell styles show their number as a date or a time (ECMA-376 part 1, 18.8.30 and 18.8.31). */
public final class NumberFormats {

    /** Excel allows 64,000 cell formats. */
    private static final int MOST_STYLES = 65_536;

    private static final int MOST_FORMATS = 10_000;

    private static final int LONGEST_CODE = 255;
    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);

    private final BitSet dateStyles = new BitSet();

    private NumberFormats() {}

    public static NumberFormats none() {
        return new NumberFormats();
    }

    public static NumberFormats read(PartReader xml) {
        NumberFormats formats = new NumberFormats();
        Set<Integer> dateFormats = new HashSet<>();
        boolean cellFormats = false;
        int style = 0;
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "numFmt" -> {
                    String code = xml.attribute("formatCode");
                    if (code != null && isDate(code) && dateFormats.size() < MOST_FORMATS) {
                        dateFormats.add(number(xml.attribute("numFmtId")));
                    }
                }
                case "cellStyleXfs", "cellStyles", "dxfs" -> cellFormats = false;
                case "cellXfs" -> cellFormats = true;
                case "xf" -> {
                    if (cellFormats && style < MOST_STYLES) {
                        int format = number(xml.attribute("numFmtId"));
                        formats.dateStyles.set(style, isBuiltInDate(format) || dateFormats.contains(format));
                        style++;
                    }
                }
                default -> {
                    // Fonts, fills and borders are not shown.
                }
            }
        }
        return formats;
    }

    public boolean isDate(int style) {
        return style >= 0 && dateStyles.get(style);
    }

    private static boolean isBuiltInDate(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || format == 45
                || format == 47
                || (format >= 50 && format <= 58);
    }

    /** Whether the first section of a format code has a part of a date outside of quotes and brackets. */
    private static boolean isDate(String code) {
        // Elapsed hours and minutes, [h]:mm, are a quantity and no moment.
        if (code.length() > LONGEST_CODE || ELAPSED.matcher(code).find()) {
            return false;
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "")
                .replaceFirst(";.*", "")
                .toLowerCase(Locale.ROOT);
        return bare.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0) && !bare.contains("general");
    }

    private static int number(@Nullable String value) {
        try {
            return value == null ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
