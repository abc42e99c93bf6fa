package com.zenithcapital.gateway.route;

/** Whether a request needs an identity to pass. Which role it needs is said by the service's method, nowhere else. */
public enum Access {
    /** Anybody passes; a token that is sent must be good all the same. */
    ANYONE,
    /** Only with a good token. */
    SIGNED_IN
}
