package com.zenithcapital.modelfile.role;

/** What an instance does. Whatever it is, it has health, metrics and, one instance at a time, the outbox's relay. */
public enum Role {
    /** Takes requests, and nothing of what happens to a workbook afterwards. */
    API,
    /** Examines workbooks, tells their uploaders, reconciles rows with objects; takes no requests. */
    WORKER,
    /** Both. */
    ALL;

    /** Whether callers are answered here. */
    public boolean takesRequests() {
        return switch (this) {
            case API, ALL -> true;
            case WORKER -> false;
        };
    }

    /** Whether what waits in the database is worked on here. */
    public boolean works() {
        return switch (this) {
            case WORKER, ALL -> true;
            case API -> false;
        };
    }
}
