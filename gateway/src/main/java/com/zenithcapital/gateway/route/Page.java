package com.zenithcapital.gateway.route;

/** What the gateway answers itself. */
public enum Page implements Destination {
    /** Who is signed in. */
    SESSION,
    /** Where a browser signs in. */
    LOGIN,
    /** Where it signs out. */
    LOGOUT,
    /** Where the identity provider tells of a session that ended there. */
    BACK_CHANNEL_LOGOUT
}
