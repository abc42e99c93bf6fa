package com.zenithcapital.workbook.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbook inspect FILE}: the verdict on one file, as JSON on standard output. */
@Command(
        name = "inspect",
        description = "Says whether a workbook may be published, and what is in it: one JSON document.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted",
            "1:rejected; the JSON says why",
            "2:wrong arguments",
            "3:the file cannot be read or the answer not written; the reason is on standard error",
            "4:standard input ended, with --end-with-input"
        })
final class InspectCommand implements Callable<Integer> {

    @Mixin
    private final OneWorkbook workbook = new OneWorkbook();

    @Option(
            names = "--preview-rows",
            paramLabel = "N",
            defaultValue = "200",
            description = "Rows of each sheet: ${DEFAULT-VALUE}.")
    private int previewRows;

    @Option(
            names = "--preview-columns",
            paramLabel = "N",
            defaultValue = "50",
            description = "Columns of each sheet: ${DEFAULT-VALUE}.")
    private int previewColumns;

    @Override
    public Integer call() {
        return workbook.answer(previewRows, previewColumns, (inspection, out) -> {
            InspectionJson.write(inspection, out);
            return OneWorkbook.ofVerdict(inspection);
        });
    }
}
