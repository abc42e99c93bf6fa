package com.zenithcapital.modelfile.processing;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.modelfile.version.Reason;
import com.zenithcapital.modelfile.version.VersionFact;
import com.zenithcapital.modelfile.version.VersionFact.News;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.modelfile.workbook.DocumentFacts;
import com.zenithcapital.modelfile.workbook.Inspection;
import com.zenithcapital.modelfile.workbook.Inspection.Totals;
import com.zenithcapital.modelfile.workbook.Preview;
import com.zenithcapital.modelfile.workbook.Report;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a job: the states, what was found and the event are one transaction. */
@ApplicationScoped
class Settlement {

    private final Database database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Settlement(Database database, Outbox outbox, ObjectMapper json, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Whether it was this claim that ended the job: a claim that lost its lease ends nothing. */
    @Transactional
    boolean settle(Claim claim, Verdict verdict) {
        Instant now = clock.instant();
        if (!endJob(claim, verdict, now)) {
            return false;
        }
        endVersion(claim.version().versionId(), verdict, now);
        verdict.found().ifPresent(report -> keepInspection(claim.version().versionId(), report));
        if (verdict instanceof Verdict.Accepted(Report report)) {
            keepPreview(claim.version().versionId(), report);
        }
        outbox.append(VersionFact.of(now, news(claim, verdict)));
        return true;
    }

    /** By the primary key. */
    private boolean endJob(Claim claim, Verdict verdict, Instant now) {
        Optional<Reason> reason = verdict.why();
        return database.update(
                        """
                        update job
                        set state = ?, percent = 100, lease_owner = null, waits_for = null, finished_at = ?,
                            reason_slug = ?, reason_detail = ?, reason_next_step = ?
                        where id = ? and lease_owner = ? and state = 'PROCESSING'
                        """,
                        verdict.state(),
                        now,
                        reason.map(Reason::slug).orElse(null),
                        reason.map(Reason::detail).orElse(null),
                        reason.map(Reason::nextStep).orElse(null),
                        claim.version().jobId().value(),
                        claim.token())
                == 1;
    }

    /** By the primary key. */
    private void endVersion(VersionId version, Verdict verdict, Instant now) {
        int changed = database.update(
                "update version set state = ?, settled_at = ? where id = ? and state = 'PROCESSING'",
                verdict.state(),
                now,
                version.value());
        if (changed != 1) {
            throw new IllegalStateException("The version " + version + " is not in the state of its job");
        }
    }

    private void keepInspection(VersionId version, Report report) {
        @Nullable DocumentFacts facts = report.document();
        database.update(
                "insert into inspection (version_id, document, facts, merges) values (?, ?::jsonb, ?::jsonb, ?::jsonb)",
                version.value(),
                written(report.inspection()),
                facts == null ? null : written(facts),
                written(merges(report.preview())));
    }

    /** By the sheet's position. */
    private static Map<Integer, List<String>> merges(List<Preview> preview) {
        return preview.stream()
                .filter(sheet -> !sheet.merges().isEmpty())
                .collect(toMap(Preview::sheet, Preview::merges));
    }

    /** All rows of all sheets in one statement, taken apart by the database. */
    private void keepPreview(VersionId version, Report report) {
        database.update("""
                insert into preview_row (version_id, sheet, row, cells)
                select ?, (sheet ->> 'sheet')::smallint, (row ->> 'row')::integer, row -> 'cells'
                from jsonb_array_elements(?::jsonb) as sheet, jsonb_array_elements(sheet -> 'rows') as row
                """, version.value(), written(report.preview()));
    }

    private static News news(Claim claim, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(Report report) -> {
                Totals totals = report.inspection().totals();
                yield new VersionFact.Accepted(
                        claim.version(),
                        totals.sheets(),
                        totals.cells(),
                        totals.formulas(),
                        totals.errors(),
                        totals.findings(),
                        report.inspection().sheets().stream()
                                .filter(sheet -> sheet.visibility() == Inspection.Visibility.VISIBLE)
                                .map(Inspection.Sheet::name)
                                .toList());
            }
            case Verdict.Rejected rejected -> new VersionFact.Rejected(claim.version(), rejected.reason());
            case Verdict.Failed failed -> new VersionFact.Failed(claim.version(), failed.reason());
        };
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report was read and cannot be written", e);
        }
    }
}
