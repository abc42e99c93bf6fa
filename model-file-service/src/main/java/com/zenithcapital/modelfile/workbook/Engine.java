package com.zenithcapital.modelfile.workbook;

import com.zenithcapital.modelfile.workbook.Inspection.Verdict;
import com.zenithcapital.modelfile.workbook.Outcome.Cause;
import com.zenithcapital.modelfile.workbook.Outcome.Crashed;
import com.zenithcapital.modelfile.workbook.Outcome.Judged;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Runs the engine on one workbook, as a child process with nothing to steal: an empty environment, a directory of its own,
 * nothing on its standard input. It is killed, with everything it started, past its time or its output, and when our thread is
 * interrupted because the service stops; it ends by itself when the service is killed.
 */
@ApplicationScoped
public class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class);

    private static final int ACCEPTED = 0;
    private static final int REJECTED = 1;
    private static final int USAGE = 2;
    private static final int IO_FAILED = 3;

    private final List<String> command;
    private final Duration timeLimit;
    private final int maxOutput;
    private final int maxErrors;

    Engine(WorkbookConfig config) {
        this.command = config.command().orElse(List.of());
        this.timeLimit = config.timeLimit();
        this.maxOutput = Math.toIntExact(config.maxOutput().asLongValue());
        this.maxErrors = Math.toIntExact(config.maxErrors().asLongValue());
    }

    /**
     * @param directory where the child runs
     * @param progress is told how far the child says it is, in percent; by a thread that must not be held up
     * @throws IOException if it cannot be started, or does not understand its command line: no workbook's fault
     */
    public Outcome inspect(Path workbook, Path directory, IntConsumer progress)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.add("inspect");
        line.add(workbook.toString());
        line.add("--progress");
        line.add(Child.END_WITH_INPUT);
        try (Child child = Child.start(line, directory, maxOutput, maxErrors, progress)) {
            boolean inTime = child.waitFor(timeLimit);
            if (child.wroteTooMuch()) {
                return crashed(child, Cause.TOO_MUCH_OUTPUT);
            }
            if (!inTime) {
                return crashed(child, Cause.TOO_SLOW);
            }
            return switch (child.exitCode()) {
                case ACCEPTED -> judged(child, Verdict.ACCEPTED);
                case REJECTED -> {
                    if (child.output().length == 0) {
                        // A JVM that cannot start ends with the same code, and without a word on its output.
                        throw new IOException("The engine did not start: " + child.errors());
                    }
                    yield judged(child, Verdict.REJECTED);
                }
                case USAGE -> throw new IOException("The engine refused its command line: " + child.errors());
                case IO_FAILED -> throw new IOException("The engine could not read or answer: " + child.errors());
                default -> crashed(child, Cause.DIED);
            };
        }
    }

    /**
     * Runs the engine without a workbook.
     *
     * @param directory where the child runs
     * @throws IOException if it cannot be started, or ends otherwise than well and in time
     */
    public void tryOut(Path directory) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.add("--version");
        try (Child child = Child.start(line, directory, maxOutput, maxErrors, _ -> {})) {
            if (!child.waitFor(timeLimit)) {
                throw new IOException("%s does not end".formatted(CommandCheck.PROPERTY));
            }
            if (child.exitCode() != ACCEPTED) {
                throw new IOException("%s does not run, exit code %d: %s"
                        .formatted(CommandCheck.PROPERTY, child.exitCode(), child.errors()));
            }
        }
    }

    /** A verdict counts when the report and the exit code agree on it. */
    private static Outcome judged(Child child, Verdict verdict) {
        try {
            Report report = ReportReader.read(child.output());
            return report.inspection().verdict() == verdict ? new Judged(report) : crashed(child, Cause.NO_REPORT);
        } catch (IllegalArgumentException e) {
            LOG.debug("report not understood", e);
            return crashed(child, Cause.NO_REPORT);
        }
    }

    private static Outcome crashed(Child child, Cause cause) {
        LOG.warnf("engine crashed cause=%s exitCode=%s errors=%s", cause, child.exit(), child.errors());
        return new Crashed(cause);
    }
}
