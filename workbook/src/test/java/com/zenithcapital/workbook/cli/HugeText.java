package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook whose one cell holds a text of 500 MB, of a kind that shrinks no more than an honest one. */
final class HugeText {

    private static final int MEGABYTES = 500;

    private HugeText() {}

    static void writeTo(Path file) throws IOException {
        byte[] text = new byte[1 << 20];
        Random random = new Random(1);
        for (int index = 0; index < text.length; index++) {
            // Long runs and now and then something new: about 80 to 1.
            text[index] = (byte) (random.nextInt(200) == 0 ? 'a' + random.nextInt(26) : 'x');
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : WorkbookBuilder.withRows(
                            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>@</v></c></row>")
                    .toParts()
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String content = new String(part.getValue(), StandardCharsets.UTF_8);
                int at = content.indexOf('@');
                if (at < 0) {
                    zip.write(part.getValue());
                } else {
                    zip.write(part.getValue(), 0, at);
                    for (int written = 0; written < MEGABYTES; written++) {
                        zip.write(text);
                    }
                    zip.write(part.getValue(), at + 1, part.getValue().length - at - 1);
                }
                zip.closeEntry();
            }
        }
    }
}
