package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.upload.UploadProblem.KEY_REUSED;

import com.zenithcapital.modelfile.http.DigestField;
import com.zenithcapital.modelfile.version.IdempotencyKey;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.ModelRows;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.modelfile.version.VersionIntake;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The door for workbooks: the bytes themselves, or a form with a part named {@code file}. */
@Path("/api/v1/admin/models/{id}/versions")
@RunOnVirtualThread
class UploadResource {

    private final Reception reception;
    private final ModelRows models;
    private final VersionIntake intake;
    private final CurrentUser user;

    UploadResource(Reception reception, ModelRows models, VersionIntake intake, CurrentUser user) {
        this.reception = reception;
        this.models = models;
        this.intake = intake;
        this.user = user;
    }

    /** A job as an uploader first hears of it. */
    record Accepted(Job job, int version) {
        record Job(JobId id, VersionState state) {}
    }

    /** 202 with the job of a new version; 200 with the job of before for bytes or an Idempotency-Key seen before. */
    @POST
    @RolesAllowed(Roles.ANALYST)
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
        MediaType.MULTIPART_FORM_DATA
    })
    public Response receive(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(Filename.HEADER) @Nullable String filename,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String idempotencyKey,
            @Context HttpHeaders headers,
            InputStream body) {
        UploadRequest request = new UploadRequest(
                new ModelId(id),
                user.id(),
                user.mail(),
                Optional.ofNullable(length),
                Optional.ofNullable(contentType),
                filename,
                IdempotencyKey.parse(idempotencyKey),
                digests(headers));
        return answer(before(request).orElseGet(() -> reception.receive(request, body)));
    }

    /** What can be said without reading the body is said first. */
    private Optional<Receipt> before(UploadRequest request) {
        models.require(request.model());
        reception.checkLength(request);
        Optional<Receipt> before =
                request.idempotencyKey().flatMap(key -> intake.find(request.model(), request.uploader(), key));
        before.ifPresent(receipt -> checkIsTheSame(request, receipt));
        return before;
    }

    /** A repeat's body is not read, so only what it says of it can tell that it is another one. */
    private void checkIsTheSame(UploadRequest request, Receipt before) {
        request.announcedSha256()
                .filter(digest -> !intake.hasDigest(request.model(), before.version(), digest))
                .ifPresent(digest -> {
                    throw KEY_REUSED.at(
                            "header:" + IdempotencyKey.HEADER,
                            "The key was sent before, with other bytes: they are version %d. Send these with a key of their own."
                                    .formatted(before.version()));
                });
    }

    private static List<DigestField> digests(HttpHeaders headers) {
        return Stream.of(DigestField.CONTENT_DIGEST, DigestField.REPR_DIGEST)
                .flatMap(name -> DigestField.parse(name, headers.getHeaderString(name)).stream())
                .toList();
    }

    private static Response answer(Receipt receipt) {
        return Response.status(receipt.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
                .header(HttpHeaders.LOCATION, "/api/v1/admin/jobs/" + receipt.job())
                .entity(new Accepted(new Accepted.Job(receipt.job(), receipt.state()), receipt.version()))
                .build();
    }
}
