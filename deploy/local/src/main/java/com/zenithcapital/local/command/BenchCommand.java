package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.build.Maven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Runs the load tests on a stack of their own and says where their report is.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGS", arity = "0..*", description = "More for Maven, such as -Dzenith.bench.users=50.")
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> words =
                new ArrayList<>(List.of("-Pbench", "-DskipTests", "verify", "-pl", "deploy/benchmarks", "-am"));
        words.addAll(arguments);
        Path repository = Repository.root();
        return Maven.of(repository, repository.resolve(".zenith")).run(words.toArray(String[]::new));
    }
}
