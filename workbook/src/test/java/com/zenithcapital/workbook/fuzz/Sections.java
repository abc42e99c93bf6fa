package com.zenithcapital.workbook.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several named pieces in one input: a byte that no XML holds, the name, the end of the line, the content. A fuzzer can
 * change, drop, double and rename any of them without learning more than that.
 */
final class Sections {

    private static final byte BEGIN = 0x1E;

    private Sections() {}

    static byte[] join(Map<String, byte[]> sections) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        sections.forEach((name, content) -> {
            all.write(BEGIN);
            all.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            all.write('\n');
            all.writeBytes(content);
        });
        return all.toByteArray();
    }

    static Map<String, byte[]> split(byte[] input) {
        Map<String, byte[]> sections = new LinkedHashMap<>();
        int at = indexOf(BEGIN, input, 0);
        while (at < input.length) {
            int end = indexOf(BEGIN, input, at + 1);
            int line = Math.min(indexOf((byte) '\n', input, at), end);
            String name = new String(input, at + 1, line - at - 1, StandardCharsets.ISO_8859_1);
            sections.put(name, Arrays.copyOfRange(input, Math.min(line + 1, end), end));
            at = end;
        }
        return sections;
    }

    private static int indexOf(byte wanted, byte[] in, int from) {
        int at = from;
        while (at < in.length && in[at] != wanted) {
            at++;
        }
        return at;
    }
}
