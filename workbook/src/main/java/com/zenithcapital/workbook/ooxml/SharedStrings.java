package com.zenithcapital.workbook.ooxml;

import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.Arrays;

/**
 * The texts that cells refer to by number. A table of them all would be the largest thing in memory; so the part is
 * read once, after the sheets, and only the few that somebody asked for are kept.
 */
public final class SharedStrings {

    /** Of all kept texts together, in characters; what comes after is kept as an ellipsis. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private static final int MOST_DIGITS = 9;

    private final int[] wanted;
    private final String[] texts;
    private final long count;

    private SharedStrings(int[] wanted, String[] texts, long count) {
        this.wanted = wanted;
        this.texts = texts;
        this.count = count;
    }

    /** Of a workbook without that part. */
    public static SharedStrings none() {
        return new SharedStrings(new int[0], new String[0], 0);
    }

    /**
     * Of a workbook that keeps them otherwise.
     *
     * @param wanted sorted numbers
     * @param texts those numbers' texts
     */
    public static SharedStrings of(int[] wanted, String[] texts, long count) {
        return new SharedStrings(wanted.clone(), texts.clone(), count);
    }

    /**
     * Reads the part to its end.
     *
     * @param wanted the numbers to keep
     * @param length most characters to keep of one text
     */
    public static SharedStrings read(PartReader xml, int[] wanted, int length) {
        int[] sorted = Arrays.stream(wanted).sorted().distinct().toArray();
        String[] texts = new String[sorted.length];
        Arrays.fill(texts, "");
        StringBuilder text = new StringBuilder();
        long count = 0;
        int next = 0;
        int characters = 0;
        while (xml.nextElement()) {
            if (!xml.name().equals("si")) {
                continue;
            }
            if (next < sorted.length && sorted[next] == count) {
                text.setLength(0);
                RichText.read(xml, text);
                String kept = characters < MOST_CHARACTERS ? Shortened.to(length, RichText.unescape(text)) : "…";
                characters += kept.length();
                texts[next++] = kept;
            } else {
                xml.skipElement();
            }
            count++;
        }
        return new SharedStrings(sorted, texts, count);
    }

    /** The number that a cell's stored value is, or -1 where it is none. White space around it is a writer's habit. */
    public static int number(CharSequence stored) {
        int start = 0;
        int end = stored.length();
        while (start < end && stored.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && stored.charAt(end - 1) <= ' ') {
            end--;
        }
        if (start == end || end - start > MOST_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int index = start; index < end; index++) {
            int digit = stored.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** One of the wanted. */
    public String text(int number) {
        int index = Arrays.binarySearch(wanted, number);
        return index < 0 ? "" : texts[index];
    }
}
