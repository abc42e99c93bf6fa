package com.zenithcapital.local.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes ASCII XML and decimal numbers straight into bytes: a quarter of a gigabyte of it in a second or two. */
final class XmlBytes {

    private static final int ROOM_FOR_NUMBER = 24;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;

    XmlBytes(OutputStream out) {
        this.out = out;
    }

    XmlBytes text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    XmlBytes bytes(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - length) {
            flush();
            if (bytes.length > buffer.length) {
                out.write(bytes);
                return this;
            }
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** Writes {@code unscaled / 10^scale} without trailing zeros, as Excel stores it. */
    XmlBytes decimal(long unscaled, int scale) throws IOException {
        long value = unscaled;
        int decimals = scale;
        while (decimals > 0 && value % 10 == 0) {
            value /= 10;
            decimals--;
        }
        if (buffer.length - length < ROOM_FOR_NUMBER) {
            flush();
        }
        if (value < 0) {
            buffer[length++] = '-';
            value = -value;
        }
        int digits = Math.max(digits(value), decimals + 1);
        int end = length + digits + (decimals > 0 ? 1 : 0);
        int at = end;
        for (int digit = 0; digit < digits; digit++) {
            if (digit == decimals && decimals > 0) {
                buffer[--at] = '.';
            }
            buffer[--at] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length = end;
        return this;
    }

    XmlBytes number(long value) throws IOException {
        return decimal(value, 0);
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
