package com.zenithcapital.benchmarks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Inflates every part to nowhere: what no reader can do without. */
final class Inflating implements ContenderMain.Reading {

    @Override
    public Count read(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    int read = 0;
                    while (read >= 0) {
                        read = in.read(buffer);
                    }
                }
            }
        }
        return Count.NOTHING;
    }
}
