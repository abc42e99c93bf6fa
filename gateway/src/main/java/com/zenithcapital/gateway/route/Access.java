package com.zenithcapital.gateway.route;

/** Whether a request needs an identity to pass. Which role it needs is said by the service's method, nowhere else. */
public enum Access {
    /** Anybody passes; a token that is sent must be good all the same. */
    ANYONE,
    /** Only with a good token, or a session. */
    SIGNED_IN,
    /**
     * Anybody passes, from whatever page, and without the proof that a session's changes need otherwise: a beacon cannot carry
     * it. A session counts only where a page of this site sends it.
     */
    BEACON
}
