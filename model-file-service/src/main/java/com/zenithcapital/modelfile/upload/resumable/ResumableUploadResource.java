package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.upload.resumable.ResumableProblem.TUS_VERSION;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.upload.UploadConfig;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://tus.io/protocols/resumable-upload">tus 1.0</a>: creation, creation-with-upload, checksum, termination,
 * expiration. An upload is its owner's; to everybody else it is not there. {@code GET} is ours: the same as JSON. A method
 * named by {@code X-HTTP-Method-Override} has been put in its place by the gateway.
 */
@Path("/api/v1/admin/uploads")
@RunOnVirtualThread
@Tus
class ResumableUploadResource {

    private static final String BYTES = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String EXTENSIONS = "creation,creation-with-upload,checksum,termination,expiration";
    private static final String PATH = "/api/v1/admin/uploads/";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).withLocale(Locale.ROOT);

    private final ResumableUploads uploads;
    private final UploadConfig limits;
    private final CurrentUser user;

    ResumableUploadResource(ResumableUploads uploads, UploadConfig limits, CurrentUser user) {
        this.uploads = uploads;
        this.limits = limits;
        this.user = user;
    }

    /** An upload for programs that do not speak tus. */
    record UploadView(
            long offset,
            long length,
            @Nullable Job job,
            @Nullable Integer version) {
        record Job(JobId id, VersionState state) {}

        static UploadView of(ResumableUpload upload) {
            return new UploadView(
                    upload.received(),
                    upload.length(),
                    upload.receipt()
                            .map(receipt -> new Job(receipt.job(), receipt.state()))
                            .orElse(null),
                    upload.receipt().map(receipt -> receipt.version()).orElse(null));
        }
    }

    /** What this server can do; the one request that need not say its version. */
    @OPTIONS
    @RolesAllowed(Roles.ANALYST)
    public Response capabilities() {
        return Response.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", limits.maxSize().asLongValue())
                .header("Tus-Checksum-Algorithm", UploadChecksum.ALGORITHMS)
                .build();
    }

    /** Begins an upload; a body of {@code application/offset+octet-stream} is its first bytes. */
    @POST
    @RolesAllowed(Roles.ANALYST)
    public Response create(@Context HttpHeaders headers, InputStream body) {
        checkVersion(headers);
        if (headers.getHeaderString("Upload-Defer-Length") != null) {
            throw INVALID_REQUEST.at(
                    "header:Upload-Defer-Length", "The length must be known from the beginning: send Upload-Length.");
        }
        long length = number(headers, LENGTH);
        UploadMetadata metadata = UploadMetadata.parse(headers.getHeaderString(UploadMetadata.HEADER));
        Optional<UploadChecksum> checksum = checksum(headers);
        ResumableUpload upload = isBytes(headers)
                ? uploads.create(user.id(), user.mail(), metadata, length, contentLength(headers), checksum, body)
                : uploads.create(user.id(), user.mail(), metadata, length);
        return progress(Response.status(Response.Status.CREATED), upload)
                .header(HttpHeaders.LOCATION, PATH + upload.id())
                .build();
    }

    @HEAD
    @Path("/{id}")
    @RolesAllowed(Roles.ANALYST)
    public Response head(@RestPath UUID id, @Context HttpHeaders headers) {
        checkVersion(headers);
        ResumableUpload upload = uploads.settle(user.id(), new ObjectKey(id));
        return progress(Response.ok(), upload)
                .header(LENGTH, upload.length())
                .header(UploadMetadata.HEADER, upload.metadata())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** How far it is, asked by whoever watches: the upload goes on undisturbed. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ANALYST)
    public Response get(@RestPath UUID id) {
        return Response.ok(UploadView.of(uploads.look(user.id(), new ObjectKey(id))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.ANALYST)
    public Response patch(@RestPath UUID id, @Context HttpHeaders headers, InputStream body) {
        checkVersion(headers);
        if (!isBytes(headers)) {
            throw UNSUPPORTED_MEDIA_TYPE.because("The bytes of an upload come as %s.".formatted(BYTES));
        }
        ResumableUpload upload = uploads.append(
                user.id(), new ObjectKey(id), number(headers, OFFSET), contentLength(headers), checksum(headers), body);
        return progress(Response.noContent(), upload).build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ANALYST)
    public Response delete(@RestPath UUID id, @Context HttpHeaders headers) {
        checkVersion(headers);
        uploads.terminate(user.id(), new ObjectKey(id));
        return Response.noContent().build();
    }

    private ResponseBuilder progress(ResponseBuilder answer, ResumableUpload upload) {
        answer.header(OFFSET, upload.received());
        upload.receipt()
                .ifPresentOrElse(
                        receipt -> answer.header("Zenith-Job", "/api/v1/admin/jobs/" + receipt.job()),
                        () -> answer.header("Upload-Expires", HTTP_DATE.format(uploads.expires(upload))));
        return answer;
    }

    private static void checkVersion(HttpHeaders headers) {
        if (!Tus.VERSION.equals(headers.getHeaderString(Tus.RESUMABLE))) {
            throw TUS_VERSION.because("The header Tus-Resumable must be %s.".formatted(Tus.VERSION));
        }
    }

    private static boolean isBytes(HttpHeaders headers) {
        @Nullable MediaType type = headers.getMediaType();
        return type != null && BYTES.equals(type.getType() + "/" + type.getSubtype());
    }

    private static Optional<UploadChecksum> checksum(HttpHeaders headers) {
        return UploadChecksum.parse(headers.getHeaderString(UploadChecksum.HEADER));
    }

    private static Optional<Long> contentLength(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH))
                .map(Long::valueOf);
    }

    private static long number(HttpHeaders headers, String name) {
        @Nullable String value = headers.getHeaderString(name);
        if (value == null || !value.matches("[0-9]{1,18}")) {
            throw INVALID_REQUEST.at("header:" + name, "%s must be a number of bytes.".formatted(name));
        }
        return Long.parseLong(value);
    }
}
