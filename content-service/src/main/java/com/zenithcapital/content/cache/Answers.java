package com.zenithcapital.content.cache;

import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;

import com.zenithcapital.platform.digest.Sha256;
import com.zenithcapital.platform.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers reads under one contract: a strong ETag over the bytes, 304 to who has them, gzip to who takes it, and a
 * second in caches for visitors. What visitors get is kept.
 */
@Singleton
public class Answers {

    static final String PUBLIC = "public, max-age=1";
    static final String PRIVATE = "private, no-cache";

    /** A cache on the way must not give a client what a visitor got. */
    static final String VARY = "Accept-Encoding, Authorization, Cookie";

    /** Search engines shall find the site's pages, not this. */
    static final String ROBOTS = "noindex";

    /** What is shorter does not get shorter. */
    private static final int WORTH_COMPRESSING = 600;

    private final FinishedCache cache;

    Answers(FinishedCache cache) {
        this.cache = cache;
    }

    /** To be called before the query: the answer is kept only if nothing has changed since. */
    public Visit begin(HttpServerRequest request) {
        return new Visit(request, cache.changes().stamp());
    }

    /** Answers with what was read, or says that the caller has it. */
    public Response answer(Visit visit, Reply reply) {
        return response(visit, finish(visit, reply));
    }

    /** The way from an address that was given up. */
    public Response moved(Visit visit, URI location) {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header("Location", location.toASCIIString())
                .header("Cache-Control", visit.isAnonymous() ? PUBLIC : PRIVATE)
                .header("Vary", VARY)
                .build();
    }

    /** A problem that caches may keep as long as what it is instead of. */
    public ProblemException refused(Visit visit, ProblemException problem) {
        return problem.carrying(
                Map.of("Cache-Control", visit.isAnonymous() ? PUBLIC : PRIVATE, "Vary", VARY, "X-Robots-Tag", ROBOTS));
    }

    /** Brings it into the form it goes out in, and keeps that for other visitors. */
    Finished finish(Visit visit, Reply reply) {
        byte[] body = reply.body();
        boolean compressed = visit.takesGzip() && body.length >= WORTH_COMPRESSING;
        @Nullable String known = reply.tag();
        String tag = known == null ? Sha256.of(body).tag() : known;
        Finished finished = new Finished(
                reply.route(),
                reply.contentType(),
                compressed ? '"' + tag + "-gzip\"" : '"' + tag + '"',
                reply.date(),
                compressed,
                compressed ? gzip(body) : body,
                visit.stamp().generation(),
                reply.insight());
        if (visit.isAnonymous()) {
            cache.keep(visit.key(), finished);
        }
        return finished;
    }

    private static Response response(Visit visit, Finished finished) {
        Validators validators = finished.validators(visit.stamp().lists());
        ResponseBuilder response =
                switch (validators.hold(visit.headers())) {
                    case SEND -> {
                        ResponseBuilder whole =
                                Response.ok(finished.body()).header("Content-Type", finished.contentType());
                        if (visit.isHead()) {
                            // Quarkus REST leaves it out.
                            whole.header("Content-Length", finished.body().length());
                        }
                        yield finished.compressed() ? whole.header("Content-Encoding", "gzip") : whole;
                    }
                    case UNCHANGED -> Response.notModified();
                    case FAILED ->
                        throw PRECONDITION_FAILED.because(
                                "If-Match names none of what is here; its ETag is %s.".formatted(validators.tag()));
                };
        if (validators.date().told() != null) {
            response.header("Last-Modified", validators.date().told());
        }
        return response.header("ETag", validators.tag())
                .header("Cache-Control", visit.isAnonymous() ? PUBLIC : PRIVATE)
                .header("Vary", VARY)
                .header("X-Robots-Tag", ROBOTS)
                .build();
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("An array could not be written to", e);
        }
        return bytes.toByteArray();
    }
}
