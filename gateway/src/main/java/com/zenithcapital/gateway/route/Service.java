package com.zenithcapital.gateway.route;

/** A service behind the gateway. */
public enum Service implements Destination {
    CONTENT("content-service"),
    MODEL_FILE("model-file-service"),
    ANALYTICS("analytics-service");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** Its name in logs and metrics. */
    public String label() {
        return label;
    }
}
