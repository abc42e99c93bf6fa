package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.build.Maven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the load tests on a stack of their own and says where their report is.",
            "With the word 'engine' first: the workbook engine against its peers instead, without a stack.",
            "With the word 'insights' first: readers of insights, at content-service.",
            "With the word 'events' first: events on their way in, at analytics-service.",
            "With the word 'queries' first: what analytics-service answers of ten million events."
        })
final class BenchCommand implements Callable<Integer> {

    /** What can be said first, each a profile of its own. */
    private static final Set<String> SUBJECTS = Set.of("engine", "insights", "events", "queries");

    @Parameters(
            paramLabel = "ARGS",
            arity = "0..*",
            description =
                    "[engine|insights|events|queries], and more for Maven, such as -Dbench.readers=50 or -Dbench.days=9.")
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> words = mavenWords(arguments);
        Path repository = Repository.root();
        return Maven.of(repository, repository.resolve(".zenith")).run(words.toArray(String[]::new));
    }

    /** What Maven is told. */
    static List<String> mavenWords(List<String> arguments) {
        boolean named = !arguments.isEmpty() && SUBJECTS.contains(arguments.getFirst());
        String profile = named ? "-Pbench-" + arguments.getFirst() : "-Pbench";
        List<String> words =
                new ArrayList<>(List.of(profile, "-DskipTests", "verify", "-pl", "deploy/benchmarks", "-am"));
        words.addAll(named ? arguments.subList(1, arguments.size()) : arguments);
        return words;
    }
}
