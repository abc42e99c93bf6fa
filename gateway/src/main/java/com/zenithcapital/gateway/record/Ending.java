package com.zenithcapital.gateway.record;

import java.util.Locale;

/** How a request ended, as the log tells it. The status alone does not: a cut answer had begun with 200. */
public enum Ending {
    /** The service's answer, whole. */
    ANSWERED,
    /** An answer of the gateway's own. */
    REFUSED,
    /** The client went away before its answer was whole. */
    CLIENT_GONE,
    /** The client stopped sending or taking: refused with 408, or cut off. */
    CLIENT_SLOW,
    /** The service could not be reached, or went away before its answer was whole. */
    SERVICE_FAILED,
    /** The service ran into a time-out. */
    SERVICE_SLOW;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
