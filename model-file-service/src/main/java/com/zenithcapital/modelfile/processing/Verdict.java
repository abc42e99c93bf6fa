package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.version.Reason;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.modelfile.workbook.Report;
import java.util.Optional;

/** The end of a job. */
sealed interface Verdict {

    /** Nothing was found against the workbook. */
    record Accepted(Report report) implements Verdict {}

    /**
     * Something was.
     *
     * @param report what the engine found; empty when it did not live to tell
     */
    record Rejected(Reason reason, Optional<Report> report) implements Verdict {}

    /** We could not find out. */
    record Failed(Reason reason) implements Verdict {}

    default VersionState state() {
        return switch (this) {
            case Accepted _ -> VersionState.ACCEPTED;
            case Rejected _ -> VersionState.REJECTED;
            case Failed _ -> VersionState.FAILED;
        };
    }

    default Optional<Reason> why() {
        return switch (this) {
            case Accepted _ -> Optional.empty();
            case Rejected rejected -> Optional.of(rejected.reason());
            case Failed failed -> Optional.of(failed.reason());
        };
    }

    /** What is kept of the engine's report. */
    default Optional<Report> found() {
        return switch (this) {
            case Accepted accepted -> Optional.of(accepted.report());
            case Rejected rejected -> rejected.report();
            case Failed _ -> Optional.empty();
        };
    }
}
