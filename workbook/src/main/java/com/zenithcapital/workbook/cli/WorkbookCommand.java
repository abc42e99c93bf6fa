package com.zenithcapital.workbook.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code workbook}: reads Excel workbooks that nobody vouches for. Each word is a subcommand. */
@Command(
        name = "workbook",
        description = "Reads Excel workbooks that nobody vouches for.",
        mixinStandardHelpOptions = true,
        version = "workbook 1",
        subcommands = {
            InspectCommand.class,
            LintCommand.class,
            PreviewCommand.class,
            StatsCommand.class,
            DiffCommand.class
        })
public final class WorkbookCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private WorkbookCommand() {}

    /** Inherited, so that it may stand behind the subcommand, and each one has it. */
    @Option(
            names = "--end-with-input",
            scope = ScopeType.INHERIT,
            description = "End at once, with 4, when standard input ends: for a caller that may be killed.")
    void endWithInput(boolean isAsked) {
        if (isAsked) {
            InputWatch.start(System.in, () -> Runtime.getRuntime().halt(ExitCode.DESERTED.code()));
        }
    }

    public static void main(String[] arguments) {
        int exitCode = commandLine().execute(arguments);
        // A reader thread of a rejected workbook may still be busy; the answer is out.
        System.out.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    static CommandLine commandLine() {
        return new CommandLine(new WorkbookCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say what to do: workbook inspect|lint|preview|stats FILE, or workbook diff OLD NEW");
        }
    }
}
