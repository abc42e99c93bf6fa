package com.zenithcapital.modelfile.download;

import static com.zenithcapital.platform.problem.CommonProblem.RANGE_NOT_SATISFIABLE;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.modelfile.download.ByteRange.Part;
import com.zenithcapital.modelfile.download.ByteRange.Unsatisfiable;
import com.zenithcapital.modelfile.download.ByteRange.Whole;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.StorageException;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.problem.ProblemJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a version's bytes: all of them or one range, streamed from storage. They never change, so their digest is
 * their strong ETag.
 */
@ApplicationScoped
class Content {

    private static final String ACCEPT_RANGES = "Accept-Ranges";
    private static final String CONTENT_RANGE = "Content-Range";
    private static final String REPR_DIGEST = "Repr-Digest";
    private static final String NO_SNIFF = "X-Content-Type-Options";

    private final ObjectStore store;

    Content(ObjectStore store) {
        this.store = store;
    }

    /** What a request asks of a file, and under which path. */
    record Asked(
            Request request,
            String path,
            @Nullable String range,
            @Nullable String ifRange) {}

    /**
     * @param onStart told before the answer begins, if it begins at the first byte: to go on with a download is not to
     *     start one
     */
    Response answer(Asked asked, Downloadable version, Runnable onStart) {
        EntityTag tag = tag(version);
        @Nullable ResponseBuilder unmet = asked.request().evaluatePreconditions(tag);
        if (unmet != null) {
            return described(unmet, version, tag).build();
        }
        return switch (range(asked, version, tag)) {
            case Whole _ -> whole(version, tag, onStart);
            case Part part -> part(version, tag, part, onStart);
            case Unsatisfiable _ -> unsatisfiable(asked, version);
        };
    }

    /** The same without a byte, and without anything being told: what HEAD answers. */
    Response head(Asked asked, Downloadable version) {
        EntityTag tag = tag(version);
        @Nullable ResponseBuilder unmet = asked.request().evaluatePreconditions(tag);
        return described(unmet == null ? Response.ok() : unmet, version, tag)
                .header(HttpHeaders.CONTENT_LENGTH, version.object().size())
                .build();
    }

    private Response whole(Downloadable version, EntityTag tag, Runnable onStart) {
        long size = version.object().size();
        InputStream bytes = open(version, 0, size - 1);
        onStart.run();
        return described(Response.ok(bytes), version, tag)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .build();
    }

    private Response part(Downloadable version, EntityTag tag, Part part, Runnable onStart) {
        InputStream bytes = open(version, part.first(), part.last());
        if (part.first() == 0) {
            onStart.run();
        }
        return described(Response.status(Response.Status.PARTIAL_CONTENT).entity(bytes), version, tag)
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header(
                        CONTENT_RANGE,
                        "bytes %d-%d/%d"
                                .formatted(
                                        part.first(),
                                        part.last(),
                                        version.object().size()))
                .build();
    }

    /** Written here and not thrown, because a client needs the size to ask again. */
    private static Response unsatisfiable(Asked asked, Downloadable version) {
        long size = version.object().size();
        return Response.status(RANGE_NOT_SATISFIABLE.status())
                .header(CONTENT_RANGE, "bytes */%d".formatted(size))
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.of(
                        RANGE_NOT_SATISFIABLE,
                        "The file has %d bytes.".formatted(size),
                        asked.path(),
                        CorrelationId.current(),
                        List.of()))
                .build();
    }

    /** A range counts only for the very bytes it was meant for: If-Range with another tag, or a date, asks for all. */
    private static ByteRange range(Asked asked, Downloadable version, EntityTag tag) {
        @Nullable String ifRange = asked.ifRange();
        boolean isMeant = ifRange == null || ifRange.strip().equals("\"" + tag.getValue() + "\"");
        return ByteRange.parse(isMeant ? asked.range() : null, version.object().size());
    }

    private InputStream open(Downloadable version, long first, long last) {
        try {
            return store.open(version.object().key(), first, last);
        } catch (StorageException e) {
            throw UNAVAILABLE
                    .because("Storage does not answer. Try again in a few seconds.")
                    .causedBy(e);
        }
    }

    private static EntityTag tag(Downloadable version) {
        return new EntityTag(version.object().digest().hex());
    }

    private static ResponseBuilder described(ResponseBuilder response, Downloadable version, EntityTag tag) {
        return response.tag(tag)
                .type(version.mediaType())
                .header(ACCEPT_RANGES, "bytes")
                .header(
                        REPR_DIGEST,
                        "sha-256=:%s:".formatted(version.object().digest().base64()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(version.filename()))
                .header(NO_SNIFF, "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
