package com.zenithcapital.workbook.inspection;

import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.ooxml.SheetPart.Visibility;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.sheet.PreviewRow;
import com.zenithcapital.workbook.sheet.SheetCounts;
import com.zenithcapital.workbook.sheet.SheetPreview;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is said of a file. A rejected one has a verdict only: what else was seen in it is not to be relied on. */
public record Inspection(
        Verdict verdict,
        List<Sheet> sheets,
        List<Finding> findings,
        List<Preview> preview,
        @Nullable DocumentFacts document) {

    /** Of a file that says nothing of itself, or is not asked. */
    public Inspection(Verdict verdict, List<Sheet> sheets, List<Finding> findings, List<Preview> preview) {
        this(verdict, sheets, findings, preview, null);
    }

    public Inspection {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
        preview = List.copyOf(preview);
    }

    /** A sheet in the workbook's order; one that is a chart or a dialog holds no cells. */
    public record Sheet(String name, Visibility visibility, SheetCounts counts) {}

    /**
     * @param sheet index into {@link Inspection#sheets}
     * @param merges merged cells that reach into the rows
     */
    public record Preview(int sheet, List<PreviewRow> rows, List<CellRange> merges) {

        public Preview {
            rows = List.copyOf(rows);
            merges = List.copyOf(merges);
        }

        static Preview of(int sheet, SheetPreview preview) {
            return new Preview(sheet, preview.rows(), preview.merges());
        }
    }

    static Inspection rejected(Rejection rejection, String detail) {
        return new Inspection(new Verdict.Rejected(rejection, detail), List.of(), List.of(), List.of());
    }
}
