package com.zenithcapital.local.command;

import com.zenithcapital.local.part.PartFailure;
import com.zenithcapital.local.stack.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top of the command line. */
@Command(
        name = "zenith",
        description = "Zenith on this machine: the whole stack on real parts, without containers.",
        mixinStandardHelpOptions = true,
        version = "Zenith 1.0.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND")
public final class Zenith implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    private Zenith() {}

    /** Runs one command and returns its exit code: 0 done, 1 failed, 2 not understood. */
    public static int run(String... arguments) {
        // What follows this word belongs to the engine, dashes and all.
        CommandLine workbook = new CommandLine(new WorkbookCommand())
                .setUnmatchedOptionsArePositionalParams(true)
                .setStopAtPositional(true);
        // -D and the like are Maven's.
        CommandLine bench = new CommandLine(new BenchCommand()).setUnmatchedOptionsArePositionalParams(true);
        CommandLine line = new CommandLine(new Zenith())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new UpCommand())
                .addSubcommand(new DownCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new LogsCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(workbook)
                .addSubcommand(new TestCommand())
                .addSubcommand(bench);
        line.setParameterExceptionHandler(Zenith::notUnderstood);
        line.setExecutionExceptionHandler((failure, failed, parsed) -> failed(failure, failed));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What shall be done?");
    }

    private static int notUnderstood(ParameterException mistake, String... arguments) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        command.usage(command.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** What people can do something about is said in words; anything else is a defect and shows where it came from. */
    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof PartFailure || failure instanceof StackFailure) {
            command.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
