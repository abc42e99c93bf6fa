package com.zenithcapital.content.audit;

import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.input.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail; everything given must hold.
 *
 * @param since from then on
 * @param until up to then, and no longer
 */
record AuditFilter(
        Optional<UserId> actor,
        Optional<String> action,
        Optional<UUID> insight,
        Optional<Instant> since,
        Optional<Instant> until) {

    private static final Set<String> KNOWN = Set.of("actor", "action", "insight", "since", "until", "limit", "cursor");

    private static final Pattern ACTOR = Pattern.compile("[^\\p{Cntrl}\\s]{1,255}");
    private static final Pattern ACTION = Pattern.compile("(?=.{1,40}$)[a-z]+(?:-[a-z]+)*");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A misspelt filter would show everything and look as if it had been heeded: it is refused. */
    static AuditFilter parse(MultivaluedMap<String, String> query) {
        QueryParameters parameters = QueryParameters.of(query).only(KNOWN);
        AuditFilter filter = new AuditFilter(
                value(parameters, "actor", ACTOR, "actor is a user's id.").map(UserId::new),
                value(parameters, "action", ACTION, "action is words in lower case such as opened-to-public."),
                value(parameters, "insight", ID, "insight is an id, a UUID in lower case.")
                        .map(UUID::fromString),
                parameters.time("since"),
                parameters.time("until"));
        if (filter.isNever()) {
            throw QueryParameters.refused("until", "until is later than since.");
        }
        return filter;
    }

    private boolean isNever() {
        return since.isPresent() && until.isPresent() && !until.get().isAfter(since.get());
    }

    private static Optional<String> value(QueryParameters parameters, String name, Pattern form, String otherwise) {
        @Nullable String text = parameters.raw(name);
        if (text != null && !form.matcher(text).matches()) {
            throw QueryParameters.refused(name, otherwise);
        }
        return Optional.ofNullable(text);
    }
}
