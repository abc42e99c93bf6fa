package com.zenithcapital.gateway.limit;

import com.zenithcapital.gateway.route.Traffic;
import java.util.Arrays;
import java.util.Optional;

/** What is counted apart. A caller who has used one budget up still has the others. */
public enum Budget {
    /** Everything that leads to the identity provider, and back from it. */
    SIGN_IN("sign-in"),
    /** Requests that carry an upload or a part of one. */
    UPLOAD_REQUESTS("upload-requests"),
    /** The bytes of their bodies. Taken besides, never instead. */
    UPLOAD_BYTES("upload-bytes"),
    /** What browsers send of what is read. */
    EVENTS("events"),
    /** What is published. */
    READS("reads"),
    /** What people at work do, uploads excepted. */
    ADMIN("admin");

    private static final String API = "/api/v1/";

    private final String label;

    Budget(String label) {
        this.label = label;
    }

    /** Its name in settings, headers and metrics. */
    public String label() {
        return label;
    }

    /**
     * The one that a request on a route is taken from.
     *
     * @param template the route's path template
     */
    public static Budget of(Traffic traffic, String template) {
        if (traffic == Traffic.UPLOAD) {
            return UPLOAD_REQUESTS;
        }
        if (template.startsWith("admin/", API.length())) {
            return ADMIN;
        }
        // What the provider tells of sessions that ended comes from one address, for everybody's.
        if (template.startsWith("login", API.length()) || template.equals(API + "logout")) {
            return SIGN_IN;
        }
        return template.equals(API + "events") ? EVENTS : READS;
    }

    static Optional<Budget> labelled(String label) {
        return Arrays.stream(values())
                .filter(budget -> budget.label.equals(label))
                .findFirst();
    }
}
