package com.zenithcapital.gateway.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sessions that were ended and whose cookies may still be about: a cookie is a copy, so taking it from the browser alone ends
 * nothing. In this process only: another replica learns of an end when it has to refresh the tokens, which the identity
 * provider then refuses.
 *
 * <p>quarkus-oidc has a list of its own, which forgets a session at its first request after the end, and all of them when
 * anybody signs in; see ADR 020.
 */
@Singleton
final class EndedSessions {

    /** Of the time that is noted here: a clock of the provider's that goes a little fast must not let a session live on. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** Swept this often at most: whoever ends sessions pays for it, not whoever asks. */
    private static final Duration SWEEP = Duration.ofMinutes(5);

    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<String, Instant> subjects = new ConcurrentHashMap<>();
    private final Duration longest;
    private final Clock clock;
    private volatile Instant nextSweep;

    @Inject
    EndedSessions(SessionConfig config) {
        this(config.longest(), Clock.systemUTC());
    }

    EndedSessions(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
        this.nextSweep = clock.instant().plus(SWEEP);
    }

    /** This session ended. */
    void end(String sessionId) {
        sweep();
        sessions.put(sessionId, clock.instant());
    }

    /** Every session of this user that began before now ended. */
    void endAllOf(String subject) {
        sweep();
        subjects.put(subject, clock.instant());
    }

    /**
     * The user has just signed in, and the provider named the session as one that ended: it was away when it ended here, so
     * for the provider the old one goes on. Without this nobody could sign in again before it ends there too.
     */
    void begin(String sessionId) {
        sessions.remove(sessionId);
    }

    boolean contains(Session session) {
        if (sessions.containsKey(session.id())) {
            return true;
        }
        Instant ended = subjects.get(session.subject());
        return ended != null && !session.signedInAt().isAfter(ended);
    }

    /** Forgets what is too old to matter: no session lives longer than the longest. */
    private void sweep() {
        Instant now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        Instant tooOld = now.minus(longest).minus(CLOCK_SKEW);
        sessions.values().removeIf(ended -> ended.isBefore(tooOld));
        subjects.values().removeIf(ended -> ended.isBefore(tooOld));
    }

    int size() {
        return sessions.size() + subjects.size();
    }
}
