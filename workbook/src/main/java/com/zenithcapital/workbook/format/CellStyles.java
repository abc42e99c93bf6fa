package com.zenithcapital.workbook.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which number format each cell style of a workbook has. Sheets that are read at the same time share it. */
public final class CellStyles {

    /** Excel allows 64,000 cell formats. */
    private static final int MOST_STYLES = 65_536;

    private static final int MOST_FORMATS = 10_000;
    /** Formats kept ready. An honest workbook uses a few dozen; beyond, they are read again each time. */
    private static final int MOST_KEPT = 256;

    private final Map<Integer, String> codes;
    private final int[] formats;
    private final Map<Integer, NumberFormat> kept = new ConcurrentHashMap<>();

    private CellStyles(Map<Integer, String> codes, int[] formats) {
        this.codes = Map.copyOf(codes);
        this.formats = formats;
    }

    public static CellStyles none() {
        return new CellStyles(Map.of(), new int[0]);
    }

    /** {@code style}: its place in the workbook's table; one that is not there has the format "General". */
    public NumberFormat format(int style) {
        if (style < 0 || style >= formats.length) {
            return NumberFormat.GENERAL;
        }
        int number = formats[style];
        NumberFormat known = kept.get(number);
        if (known != null) {
            return known;
        }
        NumberFormat format = NumberFormat.of(codes.getOrDefault(number, BuiltInFormats.code(number)));
        if (kept.size() < MOST_KEPT) {
            kept.put(number, format);
        }
        return format;
    }

    /** Takes them in as the workbook lists them. */
    public static final class Builder {

        private final Map<Integer, String> codes = new HashMap<>();
        private int[] formats = new int[64];
        private int styles;

        /** A format of the workbook's own. It may replace a built-in one, as writers in other languages do. */
        public void format(int number, String code) {
            if (codes.size() < MOST_FORMATS && code.length() <= NumberFormat.LONGEST_CODE) {
                codes.put(number, code);
            }
        }

        /** The next style: it has the format of this number. */
        public void style(int format) {
            if (styles == MOST_STYLES) {
                return;
            }
            if (styles == formats.length) {
                formats = Arrays.copyOf(formats, 2 * styles);
            }
            formats[styles++] = format;
        }

        public CellStyles build() {
            return new CellStyles(codes, Arrays.copyOf(formats, styles));
        }
    }
}
