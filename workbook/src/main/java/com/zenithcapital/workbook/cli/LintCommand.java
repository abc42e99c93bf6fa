package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Severity;
import com.zenithcapital.workbook.verdict.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbook lint FILE}: what to look at before a model is published, one line each. */
@Command(
        name = "lint",
        description = "Lists what to look at before a model is published; RULES.md explains each rule.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted, without a finding of the severity of --fail-on or above",
            "1:rejected; the answer says why",
            "2:wrong arguments",
            "3:the file cannot be read or the answer not written; the reason is on standard error",
            "5:accepted, with such findings"
        })
final class LintCommand implements Callable<Integer> {

    @Mixin
    private final OneWorkbook workbook = new OneWorkbook();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            description = "End with 5 from this severity on: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}.")
    private Severity failOn = Severity.WARNING;

    @Option(names = "--json", description = "The findings as JSON, as inspect gives them.")
    private boolean json;

    @Override
    public Integer call() {
        return workbook.answer(0, 0, (inspection, out) -> {
            if (json) {
                InspectionJson.write(inspection, InspectionJson.Part.FINDINGS, out);
            } else {
                try (PlainText text = new PlainText(out)) {
                    write(inspection, text);
                }
            }
            return exitCode(inspection);
        });
    }

    private static void write(Inspection inspection, PlainText text) {
        if (inspection.verdict() instanceof Verdict.Rejected rejected) {
            text.rejected(rejected);
            return;
        }
        for (Finding finding : inspection.findings()) {
            text.line("%s: %s %s: %s"
                    .formatted(
                            place(finding),
                            finding.rule().severity().slug(),
                            finding.rule().slug(),
                            finding.message()));
        }
        text.line(
                inspection.findings().isEmpty()
                        ? "No findings."
                        : inspection.findings().size() + " findings.");
    }

    private static String place(Finding finding) {
        if (finding.sheet() == null) {
            return "workbook";
        }
        return finding.range() == null ? finding.sheet() : finding.sheet() + "!" + finding.range();
    }

    private ExitCode exitCode(Inspection inspection) {
        boolean failed = inspection.findings().stream()
                .anyMatch(finding -> finding.rule().severity().compareTo(failOn) >= 0);
        return failed ? ExitCode.FINDINGS : OneWorkbook.ofVerdict(inspection);
    }
}
