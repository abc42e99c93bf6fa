package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.build.Maven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Builds everything and runs all tests, those on the whole stack included.")
final class TestCommand implements Callable<Integer> {

    @Option(names = "--full", description = "Adds the long ones.")
    private boolean full;

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        if (full) {
            arguments.add("-Dzenith.full=true");
        }
        Path repository = Repository.root();
        return Maven.of(repository, repository.resolve(".zenith")).run(arguments.toArray(String[]::new));
    }
}
