package com.zenithcapital.modelfile.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Configures the engine as {@code engine.sh}: the real one, and hostile ones for files that ask for it. */
public final class EngineResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Map.of(
                "zenith.model-files.workbook.command",
                String.join(",", "/bin/sh", script().toString(), java.toString(), jar().toString()),
                "zenith.model-files.workbook.directory",
                Path.of("target", "scratch").toAbsolutePath().toString());
    }

    @Override
    public void stop() {
        // Nothing of it runs between workbooks.
    }

    private static Path script() {
        try {
            return Path.of(Objects.requireNonNull(EngineResource.class.getResource("/engine.sh"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path jar() {
        Path jar = Path.of(
                Objects.requireNonNull(System.getProperty("zenith.home")), "workbook", "target", "workbook.jar");
        if (!Files.isReadable(jar)) {
            throw new IllegalStateException(jar + " is not there: build the module workbook first");
        }
        return jar;
    }
}
