package com.zenithcapital.gateway.session;

import java.time.Instant;
import java.util.Set;

/** Sessions to be asked about. */
final class Sessions {

    private Sessions() {}

    static Session of(String id, String subject, Instant signedInAt) {
        return new Session(id, subject, "Ana", Set.of(), signedInAt, "access", "id", null);
    }
}
