package com.zenithcapital.benchmarks.engine;

import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.inspection.InspectionOptions;
import com.zenithcapital.workbook.inspection.WorkbookInspector;
import com.zenithcapital.workbook.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;

/** All that {@code workbook inspect} finds out, without writing it down. */
final class EngineInspection implements ContenderMain.Reading {

    @Override
    public Count read(Path file) throws IOException {
        Inspection inspection = new WorkbookInspector(InspectionOptions.DEFAULT).inspect(file, "model.xlsx");
        if (!(inspection.verdict() instanceof Verdict.Accepted)) {
            throw new IllegalStateException("Not accepted: " + inspection.verdict());
        }
        Count sum = Count.NOTHING;
        for (Inspection.Sheet sheet : inspection.sheets()) {
            sum = sum.plus(new Count(sheet.counts().cells(), sheet.counts().formulas()));
        }
        return sum;
    }
}
