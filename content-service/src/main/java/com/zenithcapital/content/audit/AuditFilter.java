package com.zenithcapital.content.audit;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            if (!KNOWN.contains(parameter.getKey())) {
                throw refused(parameter.getKey(), "There is no such parameter here.");
            }
            if (parameter.getValue().size() > 1) {
                throw refused(parameter.getKey(), "It is given once at most.");
            }
        }
        AuditFilter filter = new AuditFilter(
                value(query, "actor", ACTOR, "actor is a user's id.").map(UserId::new),
                value(query, "action", ACTION, "action is words in lower case such as opened-to-public."),
                value(query, "insight", ID, "insight is an id, a UUID in lower case.")
                        .map(UUID::fromString),
                time(query, "since"),
                time(query, "until"));
        if (filter.isNever()) {
            throw refused("until", "until is later than since.");
        }
        return filter;
    }

    private boolean isNever() {
        return since.isPresent() && until.isPresent() && !until.get().isAfter(since.get());
    }

    private static Optional<String> value(
            MultivaluedMap<String, String> query, String name, Pattern form, String otherwise) {
        @Nullable String text = query.getFirst(name);
        if (text != null && !form.matcher(text).matches()) {
            throw refused(name, otherwise);
        }
        return Optional.ofNullable(text);
    }

    private static Optional<Instant> time(MultivaluedMap<String, String> query, String name) {
        @Nullable String text = query.getFirst(name);
        if (text == null) {
            return Optional.empty();
        }
        String wanted = String.format(Locale.ROOT, "%s is a time such as 2026-03-01T09:00:00Z (RFC 3339).", name);
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9_999) {
                return Optional.of(time.toInstant());
            }
        } catch (DateTimeException e) {
            throw refused(name, wanted).causedBy(e);
        }
        throw refused(name, wanted);
    }

    private static ProblemException refused(String name, String detail) {
        return INVALID_REQUEST.at("query:" + name, detail);
    }
}
