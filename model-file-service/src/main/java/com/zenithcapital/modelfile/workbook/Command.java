package com.zenithcapital.modelfile.workbook;

import java.util.ArrayList;
import java.util.List;

/** The engine's command line, with another cap on its memory where a task needs one. */
final class Command {

    private static final String HEAP = "-Xmx";

    private Command() {}

    /** The same command with this heap, if it has a cap at all. Native executables understand the option as well. */
    static List<String> withHeap(List<String> command, long bytes) {
        List<String> changed = new ArrayList<>(command);
        changed.replaceAll(word -> word.startsWith(HEAP) ? HEAP + bytes / (1024 * 1024) + "m" : word);
        return List.copyOf(changed);
    }
}
