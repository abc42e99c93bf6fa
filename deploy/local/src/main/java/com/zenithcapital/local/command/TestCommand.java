package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.build.Maven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Builds everything and runs all tests, those on the whole stack included.",
            "ZENITH_WORKBOOKS=DIR also holds the engine to the workbooks and the expected.tsv there."
        })
final class TestCommand implements Callable<Integer> {

    private static final String WORKBOOKS = "ZENITH_WORKBOOKS";

    @Option(names = "--full", description = "Adds the long ones.")
    private boolean full;

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        if (full) {
            arguments.add("-Dzenith.full=true");
        }
        @Nullable String workbooks = System.getenv(WORKBOOKS);
        if (workbooks != null && !workbooks.isBlank()) {
            arguments.add("-Dzenith.workbooks=" + Path.of(workbooks).toAbsolutePath());
        }
        Path repository = Repository.root();
        return Maven.of(repository, repository.resolve(".zenith")).run(arguments.toArray(String[]::new));
    }
}
