package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.Installation;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a launcher started, for those who come later: {@code status}, {@code token}, {@code down}, the next {@code up}.
 *
 * @param detached whether the parts were left running on purpose
 */
record StackRecord(int portBase, List<String> parts, boolean detached) {

    static Optional<StackRecord> read(Installation installation) {
        Path file = file(installation);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new StackRecord(
                Integer.parseInt(values.getProperty("port-base")),
                List.of(values.getProperty("parts").split(",")),
                Boolean.parseBoolean(values.getProperty("detached"))));
    }

    void write(Installation installation) {
        Properties values = new Properties();
        values.setProperty("port-base", Integer.toString(portBase));
        values.setProperty("parts", String.join(",", parts));
        values.setProperty("detached", Boolean.toString(detached));
        try {
            Files.createDirectories(installation.run());
            try (Writer out = Files.newBufferedWriter(file(installation))) {
                values.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Installation installation) {
        try {
            Files.deleteIfExists(file(installation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Installation installation) {
        return installation.run().resolve("stack.properties");
    }
}
