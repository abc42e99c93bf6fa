package com.zenithcapital.modelfile.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.zenithcapital.modelfile.workbook.DiffOutcome.Cause;
import com.zenithcapital.modelfile.workbook.DiffOutcome.Compared;
import com.zenithcapital.modelfile.workbook.DiffOutcome.NotCompared;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the engine on two workbooks, in the same sandbox as {@link Engine} and under caps of its own. */
@ApplicationScoped
public class DiffEngine {

    private static final Logger LOG = Logger.getLogger(DiffEngine.class);

    private static final int COMPARED = 0;
    private static final int REJECTED = 1;
    private static final int USAGE = 2;

    private static final String NO_RULE = "unprocessable";

    /** What is written is read again by no parser of ours but this; what clients parse must not surprise theirs. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNumberLength(64)
                    .maxStringLength(1024 * 1024)
                    .build())
            .build();

    private final List<String> command;
    private final Duration timeLimit;
    private final int maxOutput;
    private final int maxErrors;

    DiffEngine(WorkbookConfig config, DiffConfig caps) {
        this.command =
                Command.withHeap(config.command().orElse(List.of()), caps.heap().asLongValue());
        this.timeLimit = caps.timeLimit();
        this.maxOutput = Math.toIntExact(caps.maxOutput().asLongValue());
        this.maxErrors = Math.toIntExact(config.maxErrors().asLongValue());
    }

    /** How long one comparison takes at most. */
    public Duration timeLimit() {
        return timeLimit.multipliedBy(2);
    }

    /**
     * A workbook to compare.
     *
     * @param title what the page calls it; ASCII, for a child without an environment reads nothing else from its arguments
     */
    public record Side(Path file, String title) {}

    /**
     * @param directory where the child runs
     * @throws IOException if it cannot be started
     */
    public DiffOutcome diff(Side from, Side to, Path directory) throws IOException, InterruptedException {
        List<String> files = List.of(from.file().toString(), to.file().toString());
        Heard document = run(List.of("diff"), files, directory);
        if (document.failure().isPresent()) {
            return new NotCompared(document.failure().get());
        }
        if (!isObject(document.text())) {
            return new NotCompared(Cause.NO_REPORT);
        }
        Heard page = run(
                List.of("diff", "--html", "--old-title=" + from.title(), "--new-title=" + to.title()),
                files,
                directory);
        return page.failure().isPresent()
                ? new NotCompared(page.failure().get())
                : new Compared(document.text(), page.text());
    }

    /** What one run said, or why it is not believed. */
    private record Heard(String text, Optional<Cause> failure) {}

    private Heard run(List<String> task, List<String> files, Path directory) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.addAll(task);
        line.addAll(files);
        line.add(Child.END_WITH_INPUT);
        // Nobody watches how far a comparison is.
        try (Child child = Child.start(line, directory, maxOutput, maxErrors, _ -> {})) {
            boolean inTime = child.waitFor(timeLimit);
            if (child.wroteTooMuch()) {
                return failed(child, Cause.TOO_MUCH_OUTPUT);
            }
            if (!inTime) {
                return failed(child, Cause.TOO_SLOW);
            }
            return switch (child.exitCode()) {
                case COMPARED -> heard(child);
                case REJECTED -> failed(child, isRejection(child) ? Cause.REJECTED : Cause.DIED);
                case USAGE -> failed(child, Cause.NOT_SUPPORTED);
                default -> failed(child, Cause.DIED);
            };
        }
    }

    private static Heard heard(Child child) {
        try {
            String text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(child.output())).toString();
            return text.isBlank() ? failed(child, Cause.NO_REPORT) : new Heard(text, Optional.empty());
        } catch (CharacterCodingException e) {
            return failed(child, Cause.NO_REPORT);
        }
    }

    /** A fault of the engine, such as too little memory, is told as a rejection for no rule; a JVM that does not start says nothing. */
    private static boolean isRejection(Child child) {
        try (JsonParser parser = JSON.createParser(child.output())) {
            @Nullable String slug = null;
            while (parser.nextToken() != null) {
                if ("slug".equals(parser.currentName())) {
                    slug = parser.getValueAsString();
                }
            }
            return slug != null && !slug.equals(NO_RULE);
        } catch (IOException e) {
            LOG.debug("rejection not understood", e);
            return false;
        }
    }

    private static Heard failed(Child child, Cause cause) {
        LOG.warnf("engine did not compare cause=%s exitCode=%s errors=%s", cause, child.exit(), child.errors());
        return new Heard("", Optional.of(cause));
    }

    /** Whether a text is one whole JSON object and nothing else. */
    private static boolean isObject(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException e) {
            LOG.debug("difference not understood", e);
            return false;
        }
    }
}
