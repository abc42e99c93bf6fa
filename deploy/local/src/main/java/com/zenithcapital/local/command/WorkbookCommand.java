package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.build.Build;
import com.zenithcapital.local.build.Maven;
import com.zenithcapital.local.stack.WorkbookEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "workbook",
        description =
                "The Excel engine's own command line, as the services run it: inspect FILE. Its exit code is kept.")
final class WorkbookCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGS", arity = "0..*")
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path repository = Repository.root();
        new Build(repository, Maven.of(repository, repository.resolve(".zenith")), System.err).workbook();
        List<String> command = new ArrayList<>(WorkbookEngine.command(repository));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
