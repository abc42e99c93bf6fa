package com.zenithcapital.modelfile.upload;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
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
            InputStream body) {
        UploadRequest request = new UploadRequest(
                new ModelId(id),
                user.id(),
                user.mail(),
                Optional.ofNullable(length),
                Optional.ofNullable(contentType),
                filename,
                IdempotencyKey.parse(idempotencyKey));
        return answer(before(request).orElseGet(() -> reception.receive(request, body)));
    }

    /** What can be said without reading the body is said first. */
    private Optional<Receipt> before(UploadRequest request) {
        models.require(request.model());
        reception.checkLength(request);
        return request.idempotencyKey().flatMap(key -> intake.find(request.model(), request.uploader(), key));
    }

    private static Response answer(Receipt receipt) {
        return Response.status(receipt.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
                .header(HttpHeaders.LOCATION, "/api/v1/admin/jobs/" + receipt.job())
                .entity(new Accepted(new Accepted.Job(receipt.job(), receipt.state()), receipt.version()))
                .build();
    }
}
