package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.inspection.InspectionOptions;
import com.zenithcapital.workbook.inspection.Progress;
import com.zenithcapital.workbook.inspection.WorkbookInspector;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.verdict.Verdict;
import com.zenithcapital.workbook.zip.Limits;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the subcommands that read one workbook have in common: how they are told which, and how they answer. */
final class OneWorkbook {

    private static final int BUFFER_BYTES = 1 << 16;

    /** What {@code --allow} can name. */
    enum Permit {
        MACROS,
        ACTIVE_CONTENT
    }

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The workbook.")
    private @Nullable Path file;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name its uploader gave it, where FILE is called otherwise: its extension must fit.")
    private @Nullable String name;

    @Option(
            names = "--allow",
            paramLabel = "WHAT",
            split = ",",
            description = "Accept what is refused by default: ${COMPLETION-CANDIDATES}.")
    private List<Permit> allowed = List.of();

    @Option(names = "--progress", description = "Tell on standard error how far it is: lines such as 'progress 37'.")
    private boolean progress;

    /** Writes what was found and says how to end. */
    interface Answer {

        ExitCode write(Inspection inspection, OutputStream out) throws IOException;
    }

    /** How to end after an answer that says everything, whatever the verdict. */
    static ExitCode ofVerdict(Inspection inspection) {
        return switch (inspection.verdict()) {
            case Verdict.Accepted accepted -> ExitCode.ACCEPTED;
            case Verdict.Rejected rejected -> ExitCode.REJECTED;
        };
    }

    /** Inspects the file and answers on standard output; the rows and columns are those of the preview. */
    int answer(int rows, int columns, Answer answer) {
        PrintWriter err = command().getErr();
        Path path = Objects.requireNonNull(file);
        InspectionOptions options = options(rows, columns);
        Inspection inspection;
        try {
            inspection = inspect(path, options, err);
        } catch (IOException e) {
            err.println("workbook: cannot read " + path + ": " + reason(path, e));
            return ExitCode.IO_FAILED.code();
        }
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES)) {
            ExitCode code = answer.write(inspection, out);
            out.flush();
            return code.code();
        } catch (IOException e) {
            // Half an answer must not look like a rejection.
            err.println("workbook: cannot write the answer: " + e.getMessage());
            return ExitCode.IO_FAILED.code();
        }
    }

    /** For what is wrong with the question and not with the workbook. */
    void complain(String what) {
        command().getErr().println("workbook: " + what);
    }

    static String reason(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }

    /**
     * The sandbox's promise is a verdict on every file. A fault of ours, or memory running out in spite of every bound,
     * is one too: the trace goes to standard error for us, the uploader hears that the file could not be processed.
     */
    private Inspection inspect(Path path, InspectionOptions options, PrintWriter err) throws IOException {
        try {
            return new WorkbookInspector(options, progress(err)).inspect(path, fileName(path));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            e.printStackTrace(err);
            Verdict verdict = new Verdict.Rejected(
                    Rejection.UNPROCESSABLE,
                    "The workbook could not be processed: " + e.getClass().getSimpleName() + ".");
            return new Inspection(verdict, List.of(), List.of(), List.of());
        }
    }

    private Progress progress(PrintWriter err) {
        if (!progress) {
            return Progress.untold();
        }
        return new Progress(percent -> {
            err.println("progress " + percent);
            err.flush();
        });
    }

    private String fileName(Path path) {
        if (name != null) {
            return name;
        }
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    private InspectionOptions options(int rows, int columns) {
        Set<Permit> permits = EnumSet.noneOf(Permit.class);
        permits.addAll(allowed);
        Policy policy = new Policy(permits.contains(Permit.MACROS), permits.contains(Permit.ACTIVE_CONTENT));
        try {
            return new InspectionOptions(Limits.DEFAULT, policy, rows, columns);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command before it calls it");
        }
        return spec.commandLine();
    }
}
