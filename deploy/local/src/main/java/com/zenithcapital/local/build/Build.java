package com.zenithcapital.local.build;

import com.zenithcapital.local.stack.StackFailure;
import com.zenithcapital.local.stack.StackPlan;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Brings the modules that the launcher runs up to date with their sources. */
public final class Build {

    public static final String WORKBOOK = "workbook";

    private final Path repository;
    private final Maven maven;
    private final PrintStream out;

    public Build(Path repository, Maven maven, PrintStream out) {
        this.repository = repository;
        this.maven = maven;
        this.out = out;
    }

    /** All four services and the workbook engine. */
    public void stack() {
        bringUpToDate(Stream.concat(
                        Stream.of(workbookEngine()), StackPlan.SERVICES.stream().map(this::service))
                .toList());
    }

    public void workbook() {
        bringUpToDate(List.of(workbookEngine()));
    }

    private void bringUpToDate(List<Artifact> artifacts) {
        List<String> stale = artifacts.stream()
                .filter(Artifact::isStale)
                .map(Artifact::module)
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        out.println("Building what is not built: " + String.join(", ", stale));
        int exitCode = maven.runWatched(
                out, "package", "-DskipTests", "-Dspotless.check.skip", "-pl", String.join(",", stale), "-am");
        if (exitCode != 0) {
            throw new StackFailure("The build failed, with exit code " + exitCode + "; all it said: " + maven.log());
        }
    }

    private Artifact workbookEngine() {
        return new Artifact(WORKBOOK, repository.resolve("workbook/target/workbook.jar"), sourcesOf(WORKBOOK));
    }

    private Artifact service(String name) {
        List<Path> sources = Stream.concat(sourcesOf(name).stream(), sourcesOf("platform").stream())
                .toList();
        return new Artifact(name, repository.resolve(name).resolve("target/quarkus-app/quarkus-run.jar"), sources);
    }

    private List<Path> sourcesOf(String module) {
        Path folder = repository.resolve(module);
        return List.of(repository.resolve("pom.xml"), folder.resolve("pom.xml"), folder.resolve("src/main"));
    }
}
