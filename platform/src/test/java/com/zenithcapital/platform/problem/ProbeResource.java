package com.zenithcapital.platform.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A resource that fails in every way a real one may. */
@Path("/probe")
@RunOnVirtualThread
class ProbeResource {

    enum Colour {
        RED,
        GREEN
    }

    record Item(@NotBlank String name, int count) {}

    record Order(
            @NotBlank @Size(max = 10) String title,
            @Size(max = 3) List<@NotBlank String> tags,
            List<@Valid Item> items,
            @Nullable Colour colour,
            @Nullable Instant dueAt,
            @Nullable UUID customer) {}

    private final CurrentUser user;

    ProbeResource(CurrentUser user) {
        this.user = user;
    }

    @POST
    @Path("orders")
    @PermitAll
    @Consumes("application/json")
    public Map<String, Integer> order(@NotNull @Valid Order order) {
        return Map.of("items", order.items().size());
    }

    private static final class Failing extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("The rest cannot be had");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    /** Announces a million bytes and fails after a fifth of them. */
    @GET
    @Path("cut-off")
    @PermitAll
    public Response cutOff() {
        return Response.ok(new SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), new Failing()))
                .type("application/octet-stream")
                .header("Content-Length", 1_000_000)
                .build();
    }

    @GET
    @Path("things/{id}")
    @PermitAll
    public Map<String, String> thing(@RestPath UUID id, @RestQuery @Nullable Instant since) {
        return Map.of("id", id.toString(), "since", String.valueOf(since));
    }

    @GET
    @Path("limited")
    @PermitAll
    @Produces("application/json")
    public Map<String, Object> limited(
            @RestQuery @Max(5) int depth,
            @RestHeader("X-Size") @Nullable @Size(max = 2) String size,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        return Map.of(
                "limit", Limit.parse(limit).value(),
                "cursor", Cursor.decode("things", cursor).isPresent());
    }

    @GET
    @Path("me")
    @RolesAllowed(Roles.ANALYST)
    public Map<String, Object> me() {
        return Map.of(
                "id", user.id().value(),
                "name", user.name(),
                "mail", user.mail().orElse("none"),
                "editor", user.hasRole(Roles.EDITOR));
    }

    @GET
    @Path("anyone")
    @PermitAll
    public Map<String, Object> anyone() {
        return Map.of("anonymous", user.isAnonymous());
    }

    @GET
    @Path("unannotated")
    public String unannotated() {
        return "must never be seen";
    }

    @GET
    @Path("logging-context")
    @PermitAll
    public String loggingContext() {
        return String.valueOf(MDC.get("correlationId"));
    }

    @POST
    @Path("bytes")
    @PermitAll
    @Consumes("application/octet-stream")
    public long bytes(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    @GET
    @Path("fail/{how}")
    @PermitAll
    public String fail(@RestPath String how) throws Exception {
        throw switch (how) {
            case "problem" -> CommonProblem.CONFLICT.because("It is taken.");
            case "pointer" -> CommonProblem.INVALID_REQUEST.at("/slug", "It is taken.");
            case "bug" -> new IllegalStateException("secret internals");
            case "pool" -> new SQLException("Sorry, acquisition timeout!");
            case "database" -> new IllegalStateException(new SQLException("secret host", "08006"));
            case "broker" -> new org.apache.kafka.common.errors.TimeoutException("secret topic");
            case "redirect" -> new RedirectionException(301, URI.create("/elsewhere"));
            case "own-json" -> new UncheckedIOException(new JsonParseException(null, "secret document"));
            default -> new IllegalArgumentException(how);
        };
    }
}
