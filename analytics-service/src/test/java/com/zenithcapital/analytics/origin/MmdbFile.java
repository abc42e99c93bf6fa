package com.zenithcapital.analytics.origin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a MaxMind database of some IPv4 networks, so that no real one is needed (format 2.0,
 * https://maxmind.github.io/MaxMind-DB/).
 */
final class MmdbFile {

    private static final int EMPTY = -1;
    private static final int SEPARATOR = 16;

    /** Of each node its two records: the number of a node, {@link #EMPTY}, or below that an offset into the data. */
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    MmdbFile with(String network, int bits, String country, String region) {
        int offset = data.size();
        map(data, 2);
        text(data, "country");
        map(data, 1);
        text(data, "iso_code");
        text(data, country);
        text(data, "subdivisions");
        array(data, 1);
        map(data, 1);
        text(data, "iso_code");
        text(data, region);
        byte[] address = InetAddress.ofLiteral(network).getAddress();
        int node = 0;
        for (int bit = 0; bit < bits; bit++) {
            int side = (address[bit / 8] >> (7 - bit % 8)) & 1;
            if (bit == bits - 1) {
                nodes.get(node)[side] = EMPTY - 1 - offset;
            } else {
                if (nodes.get(node)[side] == EMPTY) {
                    nodes.add(new int[] {EMPTY, EMPTY});
                    nodes.get(node)[side] = nodes.size() - 1;
                }
                node = nodes.get(node)[side];
            }
        }
        return this;
    }

    void writeTo(Path file) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                int value =
                        record >= 0 ? record : nodes.size() + (record == EMPTY ? 0 : SEPARATOR + EMPTY - 1 - record);
                all.write(value >> 16);
                all.write(value >> 8);
                all.write(value);
            }
        }
        all.write(new byte[SEPARATOR]);
        all.write(data.toByteArray());
        all.write("\u00ab\u00cd\u00efMaxMind.com".getBytes(ISO_8859_1));
        map(all, 9);
        number(all, "binary_format_major_version", 5, 2);
        number(all, "binary_format_minor_version", 5, 0);
        text(all, "build_epoch");
        all.write(4);
        // An extended type: 9, unsigned with 64 bits.
        all.write(2);
        all.write(new byte[] {0x69, 0, 0, 0});
        text(all, "database_type");
        text(all, "Test-City");
        text(all, "description");
        map(all, 0);
        number(all, "ip_version", 5, 4);
        text(all, "languages");
        array(all, 0);
        number(all, "node_count", 6, nodes.size());
        number(all, "record_size", 5, 24);
        Files.write(file, all.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, String name, int type, int value) {
        text(out, name);
        out.write((type << 5) | 2);
        out.write(value >> 8);
        out.write(value);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        // Of a size from 29 on the rest stands in a byte of its own.
        if (text.length() >= 29) {
            throw new IllegalArgumentException(text);
        }
        out.write((2 << 5) | text.length());
        out.writeBytes(text.getBytes(UTF_8));
    }

    private static void map(ByteArrayOutputStream out, int size) {
        out.write((7 << 5) | size);
    }

    private static void array(ByteArrayOutputStream out, int size) {
        out.write(size);
        // An extended type: 11.
        out.write(4);
    }
}
