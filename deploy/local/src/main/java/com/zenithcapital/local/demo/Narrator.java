package com.zenithcapital.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells what happens, step by step, with each step's time. Plain text: it reads the same in a log. */
final class Narrator {

    /** A step's work. */
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private final PrintStream out;
    private int step;
    private String title = "";

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** Does one step and says how long it took. */
    <T> T step(String name, Work<T> work) throws IOException, InterruptedException {
        step++;
        title = name;
        out.printf("%n%2d  %s%n", step, name);
        long begin = System.nanoTime();
        T result = work.run();
        out.printf("    %s%n", "· " + seconds(Duration.ofNanos(System.nanoTime() - begin)));
        return result;
    }

    /** The step in hand, for a message about it. */
    String current() {
        return "Step %d (%s)".formatted(step, title);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
    void say(String format, Object... arguments) {
        out.println("    " + String.format(Locale.ROOT, format, arguments));
    }

    /** Text of somebody else's, set apart. */
    void quote(String text) {
        text.strip().lines().forEach(line -> out.println("    | " + line));
    }

    /** The beginning of a line that grows. */
    void begin(String text) {
        out.print("    " + text);
        out.flush();
    }

    void grow(String text) {
        out.print(text);
        out.flush();
    }

    void endLine() {
        out.println();
    }

    /** Text at the left edge. */
    void line(String text) {
        out.println(text);
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
