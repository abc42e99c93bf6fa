package com.zenithcapital.gateway.session;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How browsers sign in. What is missing here keeps the gateway from starting, by its name. */
@ConfigMapping(prefix = "zenith.gateway.session")
public interface SessionConfig {

    /** What the gateway is called at the identity provider. A wrong one, and nobody can sign in. */
    String clientId();

    /** What the gateway proves itself to the identity provider with. A wrong one, and nobody can sign in. */
    String clientSecret();

    /**
     * Encrypts session cookies and signs CSRF tokens: at least 32 characters, random, the same in each replica. With another
     * one in each replica, sessions end at every other request; who knows it can read tokens out of stolen cookies. A new one
     * ends all sessions.
     */
    String secret();

    /**
     * The origins of this site's pages, such as {@code https://www.example.com}: what these send counts as the user's own
     * doing. One too many can act for everybody who is signed in; with one too few its pages can only read.
     */
    List<String> origins();

    /**
     * How long a session may lie idle after its tokens' expiry before its cookie ends. The identity provider's own idle limit
     * counts too: the shorter one ends it.
     */
    Duration idle();

    /** How long after the password was asked for a session ends, however much it is used. */
    Duration longest();
}
