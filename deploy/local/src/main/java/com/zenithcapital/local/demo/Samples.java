package com.zenithcapital.local.demo;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The two workbooks of the demo: an honest one of almost 50 MB, the same at each run, and one with a macro. */
record Samples(Path directory) {

    Path honest() throws IOException {
        return write(SampleWorkbook.of(Size.FULL), "model.xlsx");
    }

    Path withMacro() throws IOException {
        return write(SampleWorkbook.of(Trait.MACRO), "model-with-macro.xlsx");
    }

    private Path write(SampleWorkbook workbook, String name) throws IOException {
        Path file = Files.createDirectories(directory).resolve(name);
        workbook.writeTo(file);
        return file;
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in);
        }
    }

    static String sha256(InputStream in) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
        byte[] block = new byte[64 * 1024];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            digest.update(block, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
