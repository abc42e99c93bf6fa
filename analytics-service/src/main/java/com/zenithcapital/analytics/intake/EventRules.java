package com.zenithcapital.analytics.intake;

import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.origin.ContentPaths;
import com.zenithcapital.analytics.origin.Source;
import com.zenithcapital.analytics.origin.Sources;
import com.zenithcapital.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an event is, and what is kept of it. */
@Singleton
class EventRules {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_URL = 2_048;
    private static final int LONGEST_PATH = 1_024;
    private static final int LONGEST_TITLE = 300;
    private static final int WIDEST_SCREEN = 20_000;

    /** Older ones find no partition and no cell of the roll-ups any more. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} _.:-]*");
    static final String PAGE_VIEW = "pageview";

    private static final String DOWNLOAD = "download";

    private final Sources sources;
    private final ContentPaths contents;
    private final Sites sites;

    EventRules(Sources sources, ContentPaths contents, Sites sites) {
        this.sources = sources;
        this.contents = contents;
        this.sites = sites;
    }

    /**
     * Judges one.
     *
     * @param silent whether the visitor asked not to be followed: then nothing is kept but that there was an event
     */
    Judgement judge(Draft draft, Instant receivedAt, boolean silent) {
        if (draft.name() == null) {
            return new Refusal(Reason.MISSING_FIELD, "/name", "An event has a name.");
        }
        if (draft.url() == null) {
            return new Refusal(Reason.MISSING_FIELD, "/url", "An event has the address of its page.");
        }
        @Nullable UUID id = draft.id() == null ? Ids.next() : uuid(draft.id());
        if (id == null) {
            return new Refusal(Reason.INVALID_ID, "/id", "This must be a UUID.");
        }
        String name = Texts.clean(draft.name());
        if (!isName(name)) {
            return new Refusal(
                    Reason.INVALID_NAME,
                    "/name",
                    "A name has 1 to %d letters, digits, spaces, or _ - . :, and begins with one of the first two."
                            .formatted(LONGEST_NAME));
        }
        if (draft.screen() != null && (draft.screen() < 1 || draft.screen() > WIDEST_SCREEN)) {
            return new Refusal(
                    Reason.INVALID_SCREEN, "/screen", "This must be 1 to %d, in pixels.".formatted(WIDEST_SCREEN));
        }
        @Nullable Instant said = draft.occurredAt() == null ? receivedAt : time(draft.occurredAt());
        if (said == null) {
            return new Refusal(
                    Reason.INVALID_TIME, "/occurredAt", "This must be a time such as 2026-01-31T08:30:00Z (RFC 3339).");
        }
        if (said.isBefore(receivedAt.minus(OLDEST))) {
            return new Refusal(Reason.TOO_OLD, "/occurredAt", "Events of the last seven days are taken.");
        }
        return taken(draft, id, name, said, receivedAt, silent);
    }

    private Judgement taken(Draft draft, UUID id, String name, Instant said, Instant receivedAt, boolean silent) {
        String url = Texts.clean(String.valueOf(draft.url()));
        if (url.length() > LONGEST_URL) {
            return invalidUrl("An address has at most %d characters.".formatted(LONGEST_URL));
        }
        @Nullable PageAddress page = PageAddress.of(url);
        if (page == null) {
            return invalidUrl("This must be an http or https address, or a path that begins with a slash.");
        }
        if (page.path().length() > LONGEST_PATH) {
            return invalidUrl("A path has at most %d characters, percent-encoded.".formatted(LONGEST_PATH));
        }
        boolean clamped = said.isAfter(receivedAt);
        Instant at = clamped ? receivedAt : said;
        return new Judgement.Taken(silent ? silent(id, name, at, clamped) : told(draft, page, id, name, at, clamped));
    }

    private Received told(Draft draft, PageAddress page, UUID id, String name, Instant at, boolean clamped) {
        Source source = sources.of(draft.referrer(), page.campaign(), ownHosts(page));
        return new Received(
                id,
                name,
                at,
                clamped ? true : null,
                page.path(),
                title(draft.title()),
                contents.insight(page.path()),
                // Downloads of models are facts of the service that serves them; a browser's say would count them
                // twice.
                name.equals(DOWNLOAD) ? null : contents.model(page.path()),
                source.name(),
                source.channel().word(),
                page.campaign().source(),
                page.campaign().medium(),
                page.campaign().campaign(),
                draft.screen(),
                draft.props() == null || draft.props().isEmpty() ? null : draft.props());
    }

    private static Received silent(UUID id, String name, Instant at, boolean clamped) {
        return new Received(
                id, name, at, clamped ? true : null, "", null, null, null, null, null, null, null, null, null, null);
    }

    /** A page's own host is the site's too, where the list has another name for it. */
    private Set<String> ownHosts(PageAddress page) {
        if (page.host() == null || sites.hosts().contains(page.host())) {
            return sites.hosts();
        }
        Set<String> hosts = new HashSet<>(sites.hosts());
        hosts.add(page.host());
        return hosts;
    }

    private static Refusal invalidUrl(String detail) {
        return new Refusal(Reason.INVALID_URL, "/url", detail);
    }

    private static boolean isName(String name) {
        return name.equals(PAGE_VIEW)
                || (name.length() <= LONGEST_NAME && NAME.matcher(name).matches());
    }

    private static @Nullable String title(@Nullable String title) {
        if (title == null) {
            return null;
        }
        String clean = Texts.cut(Texts.clean(title), LONGEST_TITLE);
        return clean.isEmpty() ? null : clean;
    }

    private static @Nullable UUID uuid(String text) {
        // The JDK also takes "1-2-3-4-5".
        if (text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
