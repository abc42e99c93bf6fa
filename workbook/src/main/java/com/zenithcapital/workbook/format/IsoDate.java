package com.zenithcapital.workbook.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A date as the strict form of a workbook stores it (ECMA-376 part 1, 18.17.4.1), and as the count that formats show. */
final class IsoDate {

    private static final LocalDateTime DAY_ZERO = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final LocalDateTime DAY_ZERO_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SCALE = 9;

    private IsoDate() {}

    /** The day count, or null where the text is no date from March 1900 on. */
    static @Nullable BigDecimal count(String text, boolean date1904) {
        String plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            LocalDateTime zero = date1904 ? DAY_ZERO_1904 : DAY_ZERO;
            LocalDateTime moment = plain.contains("T")
                    ? LocalDateTime.parse(plain)
                    : plain.contains(":")
                            ? zero.with(LocalTime.parse(plain))
                            : LocalDate.parse(plain).atStartOfDay();
            BigDecimal seconds =
                    BigDecimal.valueOf(Duration.between(zero, moment).toMillis(), 3);
            return seconds.divide(BigDecimal.valueOf(SECONDS_PER_DAY), SCALE, RoundingMode.HALF_UP);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
