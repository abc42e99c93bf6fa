package com.zenithcapital.content.preview;

import com.zenithcapital.content.insight.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link, as those see it who may give it away.
 *
 * @param url for who has no account; shown again later, for it is written anew from what it says
 * @param uses how often it was opened, by programs that look at links in mails too
 */
record PreviewLink(
        UUID id,
        int revision,
        String url,
        Person madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        long uses,
        @Nullable Instant lastUsedAt) {}
