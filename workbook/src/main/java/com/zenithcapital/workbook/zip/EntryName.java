package com.zenithcapital.workbook.zip;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;

import com.zenithcapital.workbook.verdict.Shortened;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entry names: UTF-8 where they are, else one character a byte, which the old code pages agree on for ASCII. */
final class EntryName {

    private static final int LONGEST = 512;

    private EntryName() {}

    static String decode(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
        }
    }

    /** Refuses what could name a file outside the folder it is unpacked to, and what no part can be called. */
    static void check(String name) {
        boolean unsafe = name.isEmpty()
                || name.length() > LONGEST
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') == 1
                || name.chars().anyMatch(Character::isISOControl)
                || List.of(name.split("/", -1)).contains("..");
        if (unsafe) {
            throw CORRUPT.because(
                    ("The archive's entry %s has a name that no part of a workbook has: it is absolute, leads"
                                    + " out of the archive, or holds a backslash or control characters.")
                            .formatted(Shortened.name(name)));
        }
    }
}
