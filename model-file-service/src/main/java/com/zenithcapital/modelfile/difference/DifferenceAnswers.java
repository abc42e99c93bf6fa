package com.zenithcapital.modelfile.difference;

import static com.zenithcapital.modelfile.difference.DifferenceProblem.NOT_AVAILABLE;
import static com.zenithcapital.modelfile.difference.DifferenceProblem.NOT_READY;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_ACCEPTABLE;

import com.zenithcapital.modelfile.difference.Differences.Standing;
import com.zenithcapital.modelfile.difference.Differences.Standing.Available;
import com.zenithcapital.modelfile.difference.Differences.Standing.Unavailable;
import com.zenithcapital.modelfile.difference.Differences.Standing.Waiting;
import com.zenithcapital.modelfile.http.Conditions;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a pair's difference: the stored one at once, another when it is computed, for which a request waits a while. It
 * never changes, so it has a strong ETag in each of its two forms.
 */
@ApplicationScoped
class DifferenceAnswers {

    /** Of both endpoints, in the OpenAPI document. */
    static final String DESCRIPTION =
            "Sheets, inserted and deleted rows and columns, cells by what changed, defined names, and "
                    + "the results that moved because of it. JSON, or with Accept: text/html a page to read, in which nothing runs or is "
                    + "loaded. Both versions are compared when the later one is accepted, other pairs when they are first asked for.";

    /** Nothing of the report runs, loads or leads anywhere, whatever stood in a workbook. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Differences differences;
    private final Comparers comparers;
    private final DifferenceConfig config;
    private final Semaphore waiting;

    DifferenceAnswers(Differences differences, Comparers comparers, DifferenceConfig config) {
        this.differences = differences;
        this.comparers = comparers;
        this.config = config;
        this.waiting = new Semaphore(config.mostWaiting());
    }

    Response answer(Request request, HttpHeaders headers, Pair pair) {
        @Nullable
        Variant variant =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
                        .build());
        if (variant == null) {
            throw NOT_ACCEPTABLE.because("A difference is application/json or text/html.");
        }
        boolean isPage = variant.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        Available found = available(pair);
        EntityTag tag = new EntityTag(isPage ? found.pageTag() : found.documentTag());
        if (Conditions.of(headers).haveIt(tag)) {
            return described(Response.notModified(), tag).build();
        }
        byte[] gzipped = (isPage ? differences.page(pair) : differences.document(pair)).orElseThrow(() -> notReady());
        ResponseBuilder answer = described(
                        Response.ok(inflated(gzipped), isPage ? HTML : MediaType.APPLICATION_JSON_TYPE), tag)
                .header("X-Content-Type-Options", "nosniff");
        return (isPage
                        ? answer.header("Content-Security-Policy", POLICY)
                                .header("Referrer-Policy", "no-referrer")
                                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                        : answer)
                .build();
    }

    private Available available(Pair pair) {
        Standing standing = differences.standing(pair).orElseGet(Waiting::new);
        if (!(standing instanceof Available)) {
            differences.ask(pair);
            comparers.wake();
            standing = waitFor(pair);
        }
        return switch (standing) {
            case Available available -> available;
            case Unavailable(String reason) ->
                throw NOT_AVAILABLE.because("%s (%s).".formatted(sentence(reason), reason));
            case Waiting() -> throw notReady();
        };
    }

    private static String sentence(String reason) {
        return switch (reason) {
            case "not-supported" ->
                "One of the two versions is of a format that cannot be compared, such as .xls: saved as .xlsx and "
                        + "uploaded again, it can";
            case "rejected" -> "One of the two versions would not be accepted by the rules of today";
            case "too-slow", "too-much-output", "died" ->
                "The two versions could not be compared within the limits of time, memory and output";
            default -> "The two versions could not be compared";
        };
    }

    private Standing waitFor(Pair pair) {
        if (!waiting.tryAcquire()) {
            return new Waiting();
        }
        try {
            long end = System.nanoTime() + config.patience().toNanos();
            Duration look = FIRST_LOOK;
            while (true) {
                Optional<Standing> standing = differences.standing(pair);
                if (standing.isEmpty() || !(standing.get() instanceof Waiting) || System.nanoTime() > end) {
                    return standing.orElseGet(Waiting::new);
                }
                Thread.sleep(look);
                look = look.multipliedBy(2).compareTo(LONGEST_LOOK) < 0 ? look.multipliedBy(2) : LONGEST_LOOK;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Waiting();
        } finally {
            waiting.release();
        }
    }

    private static ProblemException notReady() {
        return NOT_READY.because("The two versions are being compared. Ask again in a few seconds.");
    }

    private static ResponseBuilder described(ResponseBuilder response, EntityTag tag) {
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(
                        HttpHeaders.VARY,
                        String.join(", ", List.of(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)));
    }

    private static GZIPInputStream inflated(byte[] gzipped) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(gzipped));
        } catch (IOException e) {
            throw new UncheckedIOException("A kept difference is not what was kept", e);
        }
    }
}
