package com.zenithcapital.content.transfer;

import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.content.cache.Forgetting;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Many insights at once. */
@Path("/api/v1/admin/insights")
@RunOnVirtualThread
class TransferResource {

    /** One JSON value a line (ndjson.org). */
    private static final String NDJSON = "application/x-ndjson";

    private static final int MOST_LINES = 10_000;

    /** No id is as early. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Bulk bulk;
    private final Import imports;
    private final Export export;
    private final Forgetting caches;
    private final ObjectMapper json;
    private final CurrentUser user;

    TransferResource(Bulk bulk, Import imports, Export export, Forgetting caches, ObjectMapper json, CurrentUser user) {
        this.bulk = bulk;
        this.imports = imports;
        this.export = export;
        this.caches = caches;
        this.json = json;
        this.user = user;
    }

    /** What became of each, in the order asked for. */
    record Outcomes(List<Outcome> items) {}

    @POST
    @Path("/bulk")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Outcomes bulk(@NotNull(message = "say what to do to which insights") @Valid BulkInput input) {
        List<Outcome> outcomes = bulk.run(Actor.of(user), user::hasRole, input);
        caches.awaitForgotten();
        return new Outcomes(outcomes);
    }

    /** A line of JSON for each line of the body that is not blank, in their order. */
    @POST
    @Path("/import")
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public byte[] importLines(InputStream body) throws IOException {
        Actor actor = Actor.of(user);
        boolean takesOver = user.hasRole(Roles.EDITOR) && user.hasRole(Roles.ADMIN);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Lines lines = new Lines(body);
        for (int count = 0; ; count++) {
            Optional<Outcome> outcome = next(lines, actor, takesOver, count);
            if (outcome.isEmpty()) {
                return answer.toByteArray();
            }
            answer.write(json.writeValueAsBytes(outcome.get().atLine(lines.number())));
            answer.write('\n');
        }
    }

    /** Every insight that is not in the trash, in the order in which they were made. */
    @GET
    @Path("/export")
    @Produces(NDJSON)
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response exportLines(@RestQuery @Nullable String state) {
        @Nullable State only = state == null ? null : State.ofQuery(state);
        StreamingOutput lines = out -> {
            List<Document> batch = export.after(FIRST, only);
            while (!batch.isEmpty()) {
                for (Document document : batch) {
                    out.write(json.writeValueAsString(document).getBytes(UTF_8));
                    out.write('\n');
                }
                batch = export.after(batch.getLast().id(), only);
            }
        };
        return Response.ok(lines)
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"insights.ndjson\"")
                .build();
    }

    private Optional<Outcome> next(Lines lines, Actor actor, boolean takesOver, int count) throws IOException {
        try {
            Optional<byte[]> line = lines.next();
            if (line.isPresent() && count == MOST_LINES) {
                return Optional.of(Outcome.refused(
                        null,
                        PAYLOAD_TOO_LARGE.because(
                                "An import has at most %d lines. Send the rest, from this line on, as another."
                                        .formatted(MOST_LINES))));
            }
            return line.filter(bytes -> count < MOST_LINES).map(bytes -> imports.take(actor, takesOver, bytes));
        } catch (ProblemException e) {
            return Optional.of(Outcome.refused(null, e));
        }
    }
}
