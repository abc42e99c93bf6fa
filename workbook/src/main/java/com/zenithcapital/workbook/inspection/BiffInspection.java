package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;

import com.zenithcapital.workbook.biff.BiffWorkbook;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.PreviewShape;
import com.zenithcapital.workbook.sheet.SheetContent;
import com.zenithcapital.workbook.sheet.SheetCounts;
import com.zenithcapital.workbook.verdict.Verdict;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Inspects a workbook of Excel 97-2003: one stream, so one sheet after the other. */
final class BiffInspection {

    private final InspectionOptions options;
    private final FindingList findings = new FindingList();

    BiffInspection(InspectionOptions options) {
        this.options = options;
    }

    Inspection run(FileChannel channel) {
        try (BiffWorkbook workbook = BiffWorkbook.open(channel, options.policy())) {
            return inspect(workbook);
        } catch (WorkbookRejectedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // POI says in both ways that bytes are not what they should be.
            throw CORRUPT.because("The workbook is damaged and cannot be read (%s)."
                    .formatted(e.getClass().getSimpleName()));
        }
    }

    private Inspection inspect(BiffWorkbook workbook) throws IOException {
        List<SheetPart> sheets = workbook.sheets();
        sheets.forEach(findings::addHidden);
        PreviewShape shape = PreviewShares.of(sheets, options);
        List<@Nullable SheetContent> contents = workbook.readSheets(shape, PreviewShares.ranges(sheets));
        workbook.findings().forEach(findings::add);
        workbook.furtherFindings().forEach(findings::count);
        int[] wanted = contents.stream()
                .flatMapToInt(content -> content == null ? IntStream.empty() : content.wantedStrings())
                .toArray();
        SharedStrings strings = workbook.strings(wanted, PreviewShape.LONGEST_TEXT);
        List<Inspection.Sheet> summaries = new ArrayList<>();
        List<Inspection.Preview> previews = new ArrayList<>();
        List<String> protectedSheets = new ArrayList<>();
        for (int index = 0; index < sheets.size(); index++) {
            SheetPart sheet = sheets.get(index);
            SheetContent content = contents.get(index);
            summaries.add(new Inspection.Sheet(
                    sheet.name(), sheet.visibility(), content == null ? SheetCounts.NONE : content.counts()));
            if (content == null) {
                continue;
            }
            content.check(sheet.name(), strings);
            content.findings(sheet.name()).forEach(findings::add);
            if (content.isProtected()) {
                protectedSheets.add(sheet.name());
            }
            if (sheet.isShown()) {
                previews.add(Inspection.Preview.of(index, content.preview(strings)));
            }
        }
        return new Inspection(
                new Verdict.Accepted(), summaries, findings.toList(), previews, workbook.document(protectedSheets));
    }
}
