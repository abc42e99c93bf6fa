package com.zenithcapital.benchmarks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A sample as its author saves it a week later: in each sheet every thousandth volume is another, and in one a block of
 * ten rows was inserted, so that all rows below it, and what formulas say of them, have other numbers.
 */
final class NextVersion {

    private static final String EDITED_SHEET = "xl/worksheets/sheet4.xml";
    /** The samples' blocks have ten rows and begin in row 2. */
    private static final int INSERTED_BEFORE = 502;

    private static final int INSERTED_ROWS = 10;
    private static final int VOLUMES_PER_CHANGE = 1_000;

    private static final Pattern VOLUME = Pattern.compile(" s=\"2\"><v>\\d+</v>");
    private static final Pattern ROW = Pattern.compile("<row r=\"(\\d+)\">.*?</row>");
    private static final Pattern ROW_NUMBER = Pattern.compile("(?<=<row r=\"|[A-Z])\\d+");

    private NextVersion() {}

    static void write(Path from, Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            copy.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry : zip.stream().toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().startsWith("xl/worksheets/")) {
                        copy.write(edited(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(copy);
                    }
                }
                copy.closeEntry();
            }
        }
    }

    private static String edited(String part, String xml) {
        int[] volumes = {0};
        String changed = VOLUME.matcher(xml)
                .replaceAll(volume -> ++volumes[0] % VOLUMES_PER_CHANGE == 0 ? " s=\"2\"><v>7</v>" : volume.group());
        return part.equals(EDITED_SHEET) ? withInsertedRows(changed) : changed;
    }

    private static String withInsertedRows(String xml) {
        StringBuilder edited = new StringBuilder(xml.length() + (xml.length() >> 4));
        StringBuilder inserted = new StringBuilder();
        int copied = 0;
        Matcher rows = ROW.matcher(xml);
        while (rows.find()) {
            int number = Integer.parseInt(rows.group(1));
            edited.append(xml, copied, rows.start());
            copied = rows.end();
            if (number == INSERTED_BEFORE) {
                edited.append(inserted);
            }
            edited.append(number < INSERTED_BEFORE ? rows.group() : lowered(rows.group()));
            if (number < INSERTED_BEFORE && number >= INSERTED_BEFORE - INSERTED_ROWS) {
                inserted.append(lowered(rows.group(), INSERTED_BEFORE - INSERTED_ROWS));
            }
        }
        return edited.append(xml, copied, xml.length()).toString();
    }

    private static String lowered(String row) {
        return lowered(row, INSERTED_BEFORE);
    }

    /** The row with all numbers of rows from {@code first} on raised by those inserted; {@code B$1} has none such. */
    private static String lowered(String row, int first) {
        return ROW_NUMBER.matcher(row).replaceAll(match -> {
            int number = Integer.parseInt(match.group());
            return Integer.toString(number >= first ? number + INSERTED_ROWS : number);
        });
    }
}
