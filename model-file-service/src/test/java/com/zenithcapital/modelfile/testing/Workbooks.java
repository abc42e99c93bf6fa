package com.zenithcapital.modelfile.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** Files that begin as a workbook does and tell {@code engine.sh} what to do with them. No two are the same. */
public final class Workbooks {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Workbooks() {}

    /** Judged in no time, with a visible and a hidden sheet and thirty rows of preview. */
    public static byte[] accepted() {
        return marked("accept");
    }

    public static byte[] rejected() {
        return marked("reject");
    }

    /** @param marker one of those in engine.sh */
    public static byte[] marked(String marker) {
        return sized(marker, 200);
    }

    public static byte[] sized(String marker, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        bytes.writeBytes(ZIP);
        bytes.writeBytes("test:%s %s".formatted(marker, UUID.randomUUID()).getBytes(US_ASCII));
        bytes.writeBytes(new byte[size - bytes.size()]);
        return bytes.toByteArray();
    }
}
