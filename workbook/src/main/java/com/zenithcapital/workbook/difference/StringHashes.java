package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.ooxml.RichText;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.Arrays;

/** For each shared string its hash: eight bytes of each text, whatever its length. */
final class StringHashes {

    private final long[] hashes;
    private final int count;

    private StringHashes(long[] hashes, int count) {
        this.hashes = hashes;
        this.count = count;
    }

    static StringHashes none() {
        return new StringHashes(new long[0], 0);
    }

    static StringHashes read(PartReader xml) {
        long[] hashes = new long[1024];
        int count = 0;
        StringBuilder text = new StringBuilder();
        while (xml.nextElement()) {
            if (!xml.name().equals("si")) {
                continue;
            }
            text.setLength(0);
            RichText.read(xml, text);
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, count + count / 2);
            }
            hashes[count++] = hash(text);
        }
        return new StringHashes(hashes, count);
    }

    /** Of a text as it stands in the file. */
    static long hash(CharSequence stored) {
        return Hash.of(RichText.unescape(stored));
    }

    long of(int number) {
        return number >= 0 && number < count ? hashes[number] : 0;
    }
}
