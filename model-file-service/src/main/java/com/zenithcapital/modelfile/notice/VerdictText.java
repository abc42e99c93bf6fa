package com.zenithcapital.modelfile.notice;

import com.zenithcapital.modelfile.workbook.Inspection;
import com.zenithcapital.modelfile.workbook.Inspection.Finding;
import com.zenithcapital.modelfile.workbook.Inspection.Sheet;
import com.zenithcapital.modelfile.workbook.Inspection.Totals;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail about a verdict says. The templates read it.
 *
 * @param findings the first few; {@code totals} says how many there are
 * @param rule the slug of what was broken; null when nothing was
 */
public record VerdictText(
        String title,
        int version,
        String filename,
        long size,
        UUID job,
        URI jobLink,
        URI inspectionLink,
        Totals totals,
        List<Sheet> sheets,
        List<Finding> findings,
        @Nullable String rule,
        @Nullable String detail,
        @Nullable String nextStep) {

    /** More than anybody reads in a mail. */
    private static final int MOST = 12;

    public VerdictText {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }

    static List<Sheet> firstSheets(Inspection inspection) {
        return inspection.sheets().stream().limit(MOST).toList();
    }

    /** The gravest first. */
    static List<Finding> firstFindings(Inspection inspection) {
        return inspection.findings().stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .limit(MOST)
                .toList();
    }

    public int moreSheets() {
        return totals.sheets() - sheets.size();
    }

    public int moreFindings() {
        return totals.findings() - findings.size();
    }
}
