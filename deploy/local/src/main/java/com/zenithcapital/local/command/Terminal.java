package com.zenithcapital.local.command;

import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.stack.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** A line for each part, as it comes. */
final class Terminal implements Progress {

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void ready(Part part, Duration took) {
        line(part, "ready", took);
    }

    @Override
    public void stopped(Part part, Duration took) {
        line(part, "stopped", took);
    }

    @Override
    public void note(String sentence) {
        out.println(sentence);
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
    }

    private void line(Part part, String what, Duration took) {
        out.printf("  %-20s %-8s %8s%n", part.name(), what, seconds(took));
    }
}
