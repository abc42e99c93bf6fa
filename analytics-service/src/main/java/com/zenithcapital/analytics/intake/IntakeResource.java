package com.zenithcapital.analytics.intake;

import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.ProblemException;
import com.zenithcapital.platform.problem.ProblemJson;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where pages and servers send events. It runs on the thread that read the request: nothing here waits. */
@Path(IntakeResource.EVENTS)
class IntakeResource {

    static final String EVENTS = "/api/v1/events";

    /** About what a broker or a database needs to come back. */
    private static final String SECONDS_TO_RECOVER = "5";

    private final Intake intake;
    private final CurrentUser user;

    IntakeResource(Intake intake, CurrentUser user) {
        this.intake = intake;
        this.user = user;
    }

    @POST
    @PermitAll
    @NonBlocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Counts an event, or up to 100", description = EventDocument.DESCRIPTION)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(oneOf = {EventDocument.class, EventDocument[].class}),
                        examples = {
                            @ExampleObject(name = "page view", value = EventDocument.PAGE_VIEW),
                            @ExampleObject(name = "several", value = EventDocument.SEVERAL)
                        }),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class, description = "The same JSON, for sendBeacon"))
            })
    @APIResponse(
            responseCode = "202",
            description = "These are on Kafka, acknowledged by all replicas; those were refused.",
            content =
                    @Content(
                            schema = @Schema(implementation = AnswerDocument.class),
                            examples = @ExampleObject(name = "one of two", value = AnswerDocument.ONE_OF_TWO)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request: none can be taken, errors[] says why. malformed-json.")
    @APIResponse(responseCode = "401", description = "unauthenticated: the token that was sent is not valid.")
    @APIResponse(
            responseCode = "403",
            description =
                    "origin-not-allowed: the page is from no site of this service, or a browser did not say from which.")
    @APIResponse(responseCode = "413", description = "payload-too-large: a body has at most 65536 bytes.")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: neither application/json nor text/plain.")
    @APIResponse(
            responseCode = "503",
            description =
                    "unavailable: Kafka has not acknowledged them. Send them again with the same ids: each counts once.")
    public CompletionStage<Response> take(@Context RoutingContext context) {
        return taken(caller(context), EventBody.of(context))
                .thenApply(answer -> Response.accepted(answer.json()).build())
                .exceptionallyCompose(failure -> isOutage(failure)
                        ? CompletableFuture.completedStage(unavailable(context, failure))
                        : CompletableFuture.failedStage(failure));
    }

    private CompletionStage<Answer> taken(Caller caller, byte[] body) {
        try {
            return intake.take(caller, body);
        } catch (ProblemException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Caller caller(RoutingContext context) {
        HttpServerRequest request = context.request();
        return new Caller(
                InetAddress.ofLiteral(request.remoteAddress().hostAddress()),
                request.headers(),
                reader(request),
                CorrelationId.of(context).orElseGet(CorrelationId::current));
    }

    private Optional<Caller.Reader> reader(HttpServerRequest request) {
        if (!Caller.mayBeIdentified(request.headers()) || user.isAnonymous()) {
            return Optional.empty();
        }
        return Optional.of(new Caller.Reader(user.id().value(), user.name()));
    }

    private static boolean isOutage(Throwable failure) {
        return cause(failure) instanceof ProblemException problem && problem.problem() == CommonProblem.UNAVAILABLE;
    }

    /** Written here, since what is thrown is logged: a line for each of thousands of requests a second helps nobody. */
    private static Response unavailable(RoutingContext context, Throwable failure) {
        ProblemException problem = (ProblemException) cause(failure);
        return Response.status(problem.problem().status())
                .type(ProblemJson.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_RECOVER)
                .entity(ProblemJson.of(
                        problem.problem(),
                        problem.detail(),
                        Objects.requireNonNullElse(context.request().path(), EVENTS),
                        CorrelationId.of(context).orElse(null),
                        problem.errors()))
                .build();
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
