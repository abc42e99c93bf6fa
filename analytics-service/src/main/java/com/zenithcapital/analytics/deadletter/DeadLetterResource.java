package com.zenithcapital.analytics.deadletter;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.input.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Dead letters of the whole product, for administrators. */
@Path("/api/v1/admin/dead-letters")
@RunOnVirtualThread
class DeadLetterResource {

    private final LetterBox letters;
    private final CurrentUser user;

    DeadLetterResource(LetterBox letters, CurrentUser user) {
        this.letters = letters;
        this.user = user;
    }

    /**
     * The newest first, without their bodies.
     *
     * @param topic one topic's: its own name, or that of its dead letters
     */
    @GET
    @RolesAllowed(Roles.ADMIN)
    public Page<DeadLetter> list(
            @RestQuery @Nullable String topic, @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return letters.newest(topic, Limit.parse(limit), cursor);
    }

    /**
     * Sends dead letters to the topic they came from, each once.
     *
     * @param dryRun whether only to tell what would be sent, which is what happens if it is not said
     */
    @POST
    @Path("/replay")
    @RolesAllowed(Roles.ADMIN)
    public Replayed replay(
            @Context UriInfo address, @RestQuery @Nullable String dryRun, @Valid @NotNull ReplayInput input) {
        boolean dry = QueryParameters.of(address.getQueryParameters())
                .only(Set.of("dryRun"))
                .flag("dryRun")
                .orElse(true);
        if (Boolean.TRUE.equals(input.all())) {
            if (input.partition() != null || input.offset() != null) {
                throw INVALID_REQUEST.at("/all", "It is all of them, or one by partition and offset.");
            }
            return letters.replayAll(input.topic(), dry, user.id());
        }
        if (input.partition() == null || input.offset() == null) {
            throw INVALID_REQUEST.at("", "This names one by partition and offset, or says that it is all of them.");
        }
        return letters.replayOne(new LetterPlace(input.topic(), input.partition(), input.offset()), dry, user.id());
    }
}
