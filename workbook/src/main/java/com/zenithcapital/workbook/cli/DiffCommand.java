package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.difference.Difference;
import com.zenithcapital.workbook.difference.WorkbookComparison;
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
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code workbook diff OLD NEW}: what changed, as JSON or as a page, on standard output. */
@Command(
        name = "diff",
        description = "Says what changed from one workbook to another: one JSON document, or a page to read.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:compared, whether or not they differ",
            "1:one of them is rejected; the JSON says which and why",
            "2:wrong arguments, or workbooks that cannot be compared: .xls",
            "3:a file cannot be read or the answer not written; the reason is on standard error"
        })
final class DiffCommand implements Callable<Integer> {

    private static final int BUFFER_BYTES = 1 << 16;
    /** No preview: nobody sees it. */
    private static final InspectionOptions INSPECTION = new InspectionOptions(Limits.DEFAULT, Policy.STRICT, 0, 0);

    private static final int SECOND_FILE = 20;
    private static final int COMPARISON = 40;
    private static final int END = 100;
    /** How often each file is read while they are compared: to align them, cell by cell, along the formulas. */
    private static final int PASSES = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The workbook as it was.")
    private @Nullable Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The workbook as it is now.")
    private @Nullable Path now;

    @Option(names = "--html", description = "Write a page to read instead of JSON.")
    private boolean html;

    @Option(
            names = "--old-title",
            paramLabel = "TEXT",
            description = "What the page calls the one, for its file's name.")
    private @Nullable String oldTitle;

    @Option(names = "--new-title", paramLabel = "TEXT", description = "What it calls the other.")
    private @Nullable String newTitle;

    @Option(names = "--progress", description = "Tell on standard error how far it is: lines such as 'progress 37'.")
    private boolean progress;

    @Override
    public Integer call() {
        Path before = Objects.requireNonNull(old);
        Path after = Objects.requireNonNull(now);
        PrintWriter err = command().getErr();
        for (String side : List.of("old", "new")) {
            boolean first = side.equals("old");
            Path file = first ? before : after;
            try {
                Verdict verdict = inspect(file, progress(err, first ? 0 : SECOND_FILE), err);
                if (verdict instanceof Verdict.Rejected rejected) {
                    return answer(ExitCode.REJECTED, err, out -> DiffJson.writeRejection(side, rejected, out));
                }
                if (!isPackage(file)) {
                    err.println("workbook: cannot compare " + file + ": it is an .xls; save it as .xlsx");
                    return ExitCode.USAGE.code();
                }
            } catch (IOException e) {
                err.println("workbook: cannot read " + file + ": " + OneWorkbook.reason(file, e));
                return ExitCode.IO_FAILED.code();
            }
        }
        return compare(before, after, err);
    }

    private int compare(Path before, Path after, PrintWriter err) {
        Difference difference;
        try {
            Progress told = progress(err, COMPARISON);
            told.of(PASSES * (Files.size(before) + Files.size(after)));
            difference = WorkbookComparison.compare(before, after, told::read);
        } catch (IOException | UncheckedIOException e) {
            err.println("workbook: cannot read the workbooks: " + e.getMessage());
            return ExitCode.IO_FAILED.code();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // As for one workbook: a fault of ours is a verdict on the pair, and the trace is for us.
            e.printStackTrace(err);
            Verdict.Rejected rejected = new Verdict.Rejected(
                    Rejection.UNPROCESSABLE,
                    "The workbooks could not be compared: " + e.getClass().getSimpleName() + ".");
            return answer(ExitCode.REJECTED, err, out -> DiffJson.writeRejection(null, rejected, out));
        }
        String oldName = oldTitle != null ? oldTitle : String.valueOf(before.getFileName());
        String newName = newTitle != null ? newTitle : String.valueOf(after.getFileName());
        return answer(ExitCode.ACCEPTED, err, out -> {
            if (html) {
                DiffPage.write(oldName, newName, difference, out);
            } else {
                DiffJson.write(difference, out);
            }
        });
    }

    private static Verdict inspect(Path file, Progress progress, PrintWriter err) throws IOException {
        try {
            return new WorkbookInspector(INSPECTION, progress)
                    .inspect(file, String.valueOf(file.getFileName()))
                    .verdict();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            e.printStackTrace(err);
            return new Verdict.Rejected(
                    Rejection.UNPROCESSABLE,
                    "The workbook could not be processed: " + e.getClass().getSimpleName() + ".");
        }
    }

    /** What was accepted is either this or a workbook of Excel 97 to 2003. */
    private static boolean isPackage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P';
        }
    }

    private interface Writing {

        void to(OutputStream out) throws IOException;
    }

    private static int answer(ExitCode code, PrintWriter err, Writing writing) {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES)) {
            writing.to(out);
        } catch (IOException e) {
            // Half an answer must not look like a whole one.
            err.println("workbook: cannot write the answer: " + e.getMessage());
            return ExitCode.IO_FAILED.code();
        }
        return code.code();
    }

    /** Of one step of three: the two inspections and the comparison. */
    private Progress progress(PrintWriter err, int from) {
        if (!progress) {
            return Progress.untold();
        }
        int share = from == COMPARISON ? END - COMPARISON : SECOND_FILE;
        int[] told = {from};
        return new Progress(percent -> {
            int all = from + percent * share / END;
            if (all > told[0]) {
                told[0] = all;
                err.println("progress " + all);
                err.flush();
            }
        });
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command before it calls it");
        }
        return spec.commandLine();
    }
}
