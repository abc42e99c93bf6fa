package com.zenithcapital.modelfile.workbook;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Refuses to start a service that could take workbooks in and never judge one. */
@ApplicationScoped
class CommandCheck {

    static final String PROPERTY = "zenith.model-files.workbook.command";

    private final WorkbookConfig config;

    CommandCheck(WorkbookConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        List<String> command = config.command().orElse(List.of());
        if (command.isEmpty()) {
            throw new IllegalStateException(
                    "%s is not set: the program that looks at workbooks, such as java,-Xmx96m,-jar,workbook.jar"
                            .formatted(PROPERTY));
        }
        String program = command.getFirst();
        if (!isExecutable(program)) {
            throw new IllegalStateException("%s names %s, which is not an executable file%s"
                    .formatted(PROPERTY, program, program.contains(File.separator) ? "" : " on the PATH"));
        }
        int jar = command.indexOf("-jar") + 1;
        if (jar > 0 && (jar == command.size() || !Files.isReadable(Path.of(command.get(jar))))) {
            throw new IllegalStateException("%s names a jar that cannot be read: %s"
                    .formatted(PROPERTY, jar == command.size() ? "none" : command.get(jar)));
        }
    }

    private static boolean isExecutable(String program) {
        if (program.contains(File.separator)) {
            return isExecutableFile(Path.of(program));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> isExecutableFile(Path.of(directory, program)));
    }

    private static boolean isExecutableFile(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
