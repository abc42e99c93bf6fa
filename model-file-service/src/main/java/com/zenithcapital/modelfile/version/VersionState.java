package com.zenithcapital.modelfile.version;

/**
 * Where a version, and with it its job, stands. Nothing of a version is listed, previewed, downloadable or mailed as a
 * model before {@link #ACCEPTED}.
 *
 * <pre>{@code
 * RECEIVED -> PROCESSING -> ACCEPTED | REJECTED | FAILED
 * }</pre>
 *
 * Each transition is an {@code update … where state = …}: one that changes no row was made before, by a repeat.
 */
public enum VersionState {
    /** Every byte is stored; nobody has looked at them. */
    RECEIVED,
    /** A worker is looking, or was when it was killed. */
    PROCESSING,
    /** The engine found nothing against it. */
    ACCEPTED,
    /** The engine found what the policy forbids, or could not live through it. */
    REJECTED,
    /** We could not have it looked at; the workbook is not to blame. */
    FAILED;

    /** Whether this is the end of the way. */
    public boolean isSettled() {
        return switch (this) {
            case RECEIVED, PROCESSING -> false;
            case ACCEPTED, REJECTED, FAILED -> true;
        };
    }
}
