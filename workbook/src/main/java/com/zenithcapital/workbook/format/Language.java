package com.zenithcapital.workbook.format;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** In which words a section names months and days: that of its {@code [$-407]}, or English. */
record Language(Locale locale) {

    static final Language ENGLISH = new Language(Locale.US);

    private static final int PRIMARY_LANGUAGE = 0x3FF;

    /** {@code code}: a Windows language identifier in hexadecimal ([MS-LCID] 2.2); others than the common ones are English. */
    static Language of(String code) {
        int identifier;
        try {
            identifier = (int) Long.parseLong(code, 16);
        } catch (NumberFormatException e) {
            return ENGLISH;
        }
        return switch (identifier & PRIMARY_LANGUAGE) {
            case 0x03 -> of(Locale.of("ca"));
            case 0x05 -> of(Locale.of("cs"));
            case 0x06 -> of(Locale.of("da"));
            case 0x07 -> of(Locale.GERMAN);
            case 0x0A -> of(Locale.of("es"));
            case 0x0B -> of(Locale.of("fi"));
            case 0x0C -> of(Locale.FRENCH);
            case 0x0E -> of(Locale.of("hu"));
            case 0x10 -> of(Locale.ITALIAN);
            case 0x13 -> of(Locale.of("nl"));
            case 0x14 -> of(Locale.of("nb"));
            case 0x15 -> of(Locale.of("pl"));
            case 0x16 -> of(Locale.of("pt"));
            case 0x19 -> of(Locale.of("ru"));
            case 0x1D -> of(Locale.of("sv"));
            case 0x1F -> of(Locale.of("tr"));
            default -> ENGLISH;
        };
    }

    String month(int month, boolean whole) {
        return Month.of(month).getDisplayName(whole ? TextStyle.FULL : TextStyle.SHORT, locale);
    }

    String day(DayOfWeek day, boolean whole) {
        return day.getDisplayName(whole ? TextStyle.FULL : TextStyle.SHORT, locale);
    }

    private static Language of(Locale locale) {
        return new Language(locale);
    }
}
