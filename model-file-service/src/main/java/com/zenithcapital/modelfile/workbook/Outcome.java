package com.zenithcapital.modelfile.workbook;

/** How one run of the engine ended. */
public sealed interface Outcome {

    /** It came to a verdict. */
    record Judged(Report report) implements Outcome {}

    /** It did not: the workbook, as far as anybody can tell, took it down. */
    record Crashed(Cause cause) implements Outcome {}

    enum Cause {
        /** It needed longer than the limit and was killed. */
        TOO_SLOW,
        /** It wrote more than the limit and was killed. */
        TOO_MUCH_OUTPUT,
        /** It wrote something other than a report. */
        NO_REPORT,
        /** It ended otherwise than with a verdict, killed for its memory say. */
        DIED
    }
}
