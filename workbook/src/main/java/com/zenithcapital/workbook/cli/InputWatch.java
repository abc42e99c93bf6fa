package com.zenithcapital.workbook.cli;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when its standard input does. Whoever starts it holds the other end of that pipe, and the system lets
 * go of it when they are killed, so nothing works on for nobody. It works through wrappers ({@code sh}, {@code bwrap}) as well,
 * which hand their input on.
 */
final class InputWatch {

    private InputWatch() {}

    static void start(InputStream input, Runnable end) {
        Thread.ofPlatform().daemon().name("input-watch").start(() -> {
            awaitEnd(input);
            end.run();
        });
    }

    private static void awaitEnd(InputStream input) {
        byte[] unread = new byte[256];
        try {
            while (input.read(unread) >= 0) {
                // What is said there means nothing.
            }
        } catch (IOException e) {
            // It is as good as at its end.
        }
    }
}
