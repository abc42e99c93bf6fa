package com.zenithcapital.benchmarks.engine;

import com.zenithcapital.workbook.inspection.InParallel;
import com.zenithcapital.workbook.ooxml.MainPart;
import com.zenithcapital.workbook.ooxml.OoxmlPackage;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.WorkbookPart;
import com.zenithcapital.workbook.sheet.SheetCursor;
import com.zenithcapital.workbook.xml.PartReader;
import com.zenithcapital.workbook.zip.Limits;
import com.zenithcapital.workbook.zip.ZipArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine's cursor over all cells, behind its gate and within all its bounds: archive judged, checksums compared,
 * places read and checked, formulas and texts decoded. Nothing is gathered but the two counts.
 */
final class EngineCounting implements ContenderMain.Reading {

    private final int threads;

    EngineCounting(int threads) {
        this.threads = threads;
    }

    @Override
    public Count read(Path file) throws Exception {
        try (ZipArchive archive = ZipArchive.open(file, Limits.DEFAULT)) {
            OoxmlPackage ooxml = OoxmlPackage.in(archive).orElseThrow();
            List<InParallel.Task<Count>> sheets = new ArrayList<>();
            for (SheetPart sheet : WorkbookPart.read(ooxml, MainPart.of(ooxml)).sheets()) {
                sheets.add(new InParallel.Task<>(ooxml.bytes(sheet.part()), () -> read(ooxml, sheet)));
            }
            return Sheets.read(threads, sheets);
        }
    }

    private static Count read(OoxmlPackage ooxml, SheetPart sheet) {
        long cells = 0;
        long formulas = 0;
        try (PartReader xml = ooxml.read(sheet.part())) {
            SheetCursor cell = new SheetCursor(xml);
            cell.skipNumbers();
            while (cell.next()) {
                cells++;
                if (cell.hasFormula()) {
                    formulas++;
                }
            }
        }
        return new Count(cells, formulas);
    }
}
