package com.zenithcapital.modelfile.download;

import static com.zenithcapital.platform.problem.CommonProblem.RANGE_NOT_SATISFIABLE;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.modelfile.download.Ranges.Refused;
import com.zenithcapital.modelfile.download.Ranges.Several;
import com.zenithcapital.modelfile.download.Ranges.Single;
import com.zenithcapital.modelfile.download.Ranges.Whole;
import com.zenithcapital.modelfile.download.Sequence.Source;
import com.zenithcapital.modelfile.http.Conditions;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.StorageException;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.problem.ProblemJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers with a version's bytes: all of them, one range or several, streamed from storage as fast as the client takes them.
 * They never change, so their digest is their strong ETag. What fails before the first byte is a problem; what fails after
 * it cuts the connection, so that half a workbook never looks like a whole one.
 */
@ApplicationScoped
class Content {

    private static final String ACCEPT_RANGES = "Accept-Ranges";
    private static final String CONTENT_RANGE = "Content-Range";
    private static final String RANGE = "Range";
    private static final String REPR_DIGEST = "Repr-Digest";
    private static final String NO_SNIFF = "X-Content-Type-Options";

    private final ObjectStore store;

    Content(ObjectStore store) {
        this.store = store;
    }

    /** What a request asks of a file, and under which path. */
    record Asked(HttpHeaders headers, String path) {}

    /**
     * @param onStart told before the answer begins, if it begins at the first byte: to go on with a download is not to
     *     start one
     */
    Response answer(Asked asked, Downloadable version, Runnable onStart) {
        Conditions conditions = Conditions.of(asked.headers());
        EntityTag tag = tag(version);
        if (conditions.haveIt(tag)) {
            return described(Response.notModified(), version).build();
        }
        String range = conditions.allowRange(tag) ? asked.headers().getHeaderString(RANGE) : null;
        long size = version.object().size();
        return switch (Ranges.parse(range, size)) {
            case Whole _ -> whole(version, onStart);
            case Single(ByteRange part) -> part(version, part, onStart);
            case Several(List<ByteRange> parts) -> parts(version, parts, onStart);
            case Refused(String why) -> refused(asked, size, why);
        };
    }

    /** The same without a byte, and without anything being told: what HEAD answers. A Range means nothing to it. */
    Response head(Asked asked, Downloadable version) {
        if (Conditions.of(asked.headers()).haveIt(tag(version))) {
            return described(Response.notModified(), version).build();
        }
        return described(Response.ok(), version)
                .type(version.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, version.object().size())
                .build();
    }

    private Response whole(Downloadable version, Runnable onStart) {
        ByteRange all = new ByteRange(0, version.object().size() - 1);
        InputStream bytes = begun(List.of(bytes(version, all)), List.of(all), onStart);
        return described(Response.ok(bytes), version)
                .type(version.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, all.length())
                .build();
    }

    private Response part(Downloadable version, ByteRange part, Runnable onStart) {
        InputStream bytes = begun(List.of(bytes(version, part)), List.of(part), onStart);
        return described(partial(bytes), version)
                .type(version.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header(CONTENT_RANGE, part.of(version.object().size()))
                .build();
    }

    private Response parts(Downloadable version, List<ByteRange> parts, Runnable onStart) {
        Multipart multipart = Multipart.of(version, parts);
        List<Source> sources = new ArrayList<>();
        for (ByteRange part : parts) {
            sources.add(Source.of(multipart.head(part)));
            sources.add(bytes(version, part));
        }
        sources.add(Source.of(multipart.end()));
        return described(partial(begun(sources, parts, onStart)), version)
                .type(multipart.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, multipart.length())
                .build();
    }

    private static ResponseBuilder partial(InputStream bytes) {
        return Response.status(Response.Status.PARTIAL_CONTENT).entity(bytes);
    }

    private Source bytes(Downloadable version, ByteRange range) {
        return () -> {
            try {
                return StoredBytes.of(
                        store.open(version.object().key(), range.first(), range.last()), version.object(), range);
            } catch (StorageException e) {
                throw new IOException(e);
            }
        };
    }

    /** The sources as one stream whose first byte is there already. */
    private static InputStream begun(List<Source> sources, List<ByteRange> ranges, Runnable onStart) {
        Sequence bytes = new Sequence(sources);
        try {
            PushbackInputStream begun = new PushbackInputStream(bytes, 1);
            begun.unread(begun.read());
            if (ranges.stream().anyMatch(range -> range.first() == 0)) {
                onStart.run();
            }
            return begun;
        } catch (IOException e) {
            close(bytes);
            throw UNAVAILABLE
                    .because("Storage does not answer. Try again in a few seconds.")
                    .causedBy(e);
        } catch (RuntimeException e) {
            close(bytes);
            throw e;
        }
    }

    private static void close(Sequence bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            // It is given up anyway, for a reason that is told.
        }
    }

    /** Written here and not thrown, because a client needs the size to ask again. */
    private static Response refused(Asked asked, long size, String why) {
        return Response.status(RANGE_NOT_SATISFIABLE.status())
                .header(CONTENT_RANGE, "bytes */%d".formatted(size))
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.of(RANGE_NOT_SATISFIABLE, why, asked.path(), CorrelationId.current(), List.of()))
                .build();
    }

    private static EntityTag tag(Downloadable version) {
        return new EntityTag(version.object().digest().hex());
    }

    /** What is said of the file whichever bytes of it go out: Repr-Digest too is that of all of them (RFC 9530, 3). */
    private static ResponseBuilder described(ResponseBuilder response, Downloadable version) {
        return response.tag(tag(version))
                .header(ACCEPT_RANGES, "bytes")
                .header(
                        REPR_DIGEST,
                        "sha-256=:%s:".formatted(version.object().digest().base64()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(version.filename()))
                .header(NO_SNIFF, "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
