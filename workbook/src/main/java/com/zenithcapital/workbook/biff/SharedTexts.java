package com.zenithcapital.workbook.biff;

import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.Arrays;
import org.apache.poi.hssf.record.common.UnicodeString;

/** The table of texts that cells refer to ([MS-XLS] 2.4.265), passed over once more when it is known which are shown. */
final class SharedTexts {

    /** Of all kept texts together, in characters. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private SharedTexts() {}

    static SharedStrings read(Records records, int[] wanted, int length) {
        int[] sorted = Arrays.stream(wanted).sorted().distinct().toArray();
        String[] texts = new String[sorted.length];
        Arrays.fill(texts, "");
        int sid = records.next();
        while (sid != Sid.SST) {
            if (sid == Records.END || sid == Sid.EOF) {
                return SharedStrings.of(sorted, texts, 0);
            }
            sid = records.next();
        }
        // How often they are used.
        records.i32();
        long count = Integer.toUnsignedLong(records.i32());
        int next = 0;
        int characters = 0;
        for (long number = 0; number < count; number++) {
            String text = new UnicodeString(records.stream()).getString();
            if (next < sorted.length && sorted[next] == number) {
                texts[next] = characters < MOST_CHARACTERS ? Shortened.to(length, text) : "…";
                characters += texts[next++].length();
            }
        }
        return SharedStrings.of(sorted, texts, count);
    }
}
