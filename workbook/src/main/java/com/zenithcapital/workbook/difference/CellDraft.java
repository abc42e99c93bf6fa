package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.CellDifference.Change;
import com.zenithcapital.workbook.ooxml.RichText;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.sheet.CellKind;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A cell's difference while the shared strings in it are still numbers. */
record CellDraft(
        Change change,
        String before,
        String after,
        @Nullable State old,
        @Nullable State now,
        List<String> aspects) {

    /**
     * @param formula as it is shown
     * @param value as stored: of a shared string, its number
     */
    record State(@Nullable String formula, @Nullable String value, CellKind kind, String numberFormat) {

        /** The number of its shared string, or nothing. */
        IntStream string() {
            return value != null && kind == CellKind.SHARED_STRING
                    ? IntStream.of(SharedStrings.number(value))
                    : IntStream.empty();
        }

        CellState resolved(SharedStrings texts) {
            return new CellState(formula, text(texts), kind, numberFormat);
        }

        @Nullable
        String text(SharedStrings texts) {
            if (value == null) {
                return null;
            }
            return switch (kind) {
                case SHARED_STRING -> texts.text(SharedStrings.number(value));
                case TEXT -> RichText.unescape(value);
                case NUMBER, BOOLEAN, ERROR, DATE -> value;
            };
        }
    }

    IntStream oldStrings() {
        return old == null ? IntStream.empty() : old.string();
    }

    IntStream newStrings() {
        return now == null ? IntStream.empty() : now.string();
    }

    CellDifference resolved(SharedStrings oldTexts, SharedStrings newTexts) {
        return new CellDifference(
                change,
                before,
                after,
                old == null ? null : old.resolved(oldTexts),
                now == null ? null : now.resolved(newTexts),
                aspects);
    }
}
