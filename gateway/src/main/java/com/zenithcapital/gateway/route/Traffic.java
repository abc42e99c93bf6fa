package com.zenithcapital.gateway.route;

/** What a route carries: it decides how much body is taken and how long each wait may be. */
public enum Traffic {
    ORDINARY,
    UPLOAD,
    DOWNLOAD,
    /** An answer that goes on as long as there is something to tell. */
    EVENTS
}
