package com.zenithcapital.modelfile.workbook;

import static java.util.Objects.requireNonNull;

/** How one comparison of two workbooks ended. */
public sealed interface DiffOutcome {

    /**
     * The engine said what changed.
     *
     * @param document as JSON, checked to be one whole object
     * @param page as HTML, for people
     */
    record Compared(String document, String page) implements DiffOutcome {
        public Compared {
            requireNonNull(document, "document is null");
            requireNonNull(page, "page is null");
        }
    }

    /** It did not. */
    record NotCompared(Cause cause) implements DiffOutcome {}

    /** Why not, as it is told to who asks. */
    enum Cause {
        /** It needed longer than the limit and was killed. */
        TOO_SLOW,
        /** It had more to say than the limit and was killed. */
        TOO_MUCH_OUTPUT,
        /** It said something that is not a difference. */
        NO_REPORT,
        /** It ended otherwise, killed for its memory say, or it had too little. */
        DIED,
        /** It rejects one of the two, which an engine of another day accepted. */
        REJECTED,
        /** The configured engine understands no such command, or not these formats. */
        NOT_SUPPORTED
    }
}
