package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.AotCache;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a part that is a JVM: this JDK's {@code java}, a small heap, the quietest collector. */
final class JavaCommand {

    private final List<String> words = new ArrayList<>();

    private JavaCommand() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static JavaCommand withHeap(String size) {
        JavaCommand command = new JavaCommand();
        command.words.addAll(List.of(java().toString(), "-Xmx" + size, "-XX:+UseSerialGC"));
        // Out of memory is an end, not a state: the stack then says that the part has ended.
        return command.option("-XX:+ExitOnOutOfMemoryError");
    }

    JavaCommand cache(AotCache cache) {
        words.addAll(cache.options());
        return this;
    }

    JavaCommand option(String option) {
        words.add(option);
        return this;
    }

    JavaCommand property(String name, Object value) {
        return option("-D" + name + "=" + value);
    }

    List<String> mainClass(List<Path> classPath, String main, String... arguments) {
        String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return complete(List.of("-cp", joined, main), arguments);
    }

    List<String> jar(String jar, String... arguments) {
        return complete(List.of("-jar", jar), arguments);
    }

    private List<String> complete(List<String> program, String... arguments) {
        List<String> all = new ArrayList<>(words);
        all.addAll(program);
        all.addAll(List.of(arguments));
        return List.copyOf(all);
    }
}
