package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.DefinedNames.DefinedName;
import com.zenithcapital.workbook.ooxml.MainPart;
import com.zenithcapital.workbook.ooxml.OoxmlPackage;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.WorkbookPart;
import com.zenithcapital.workbook.sheet.CellCursor;
import com.zenithcapital.workbook.sheet.SheetCursor;
import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.xml.PartReader;
import com.zenithcapital.workbook.zip.Limits;
import com.zenithcapital.workbook.zip.ZipArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One of the two workbooks, which inspection accepted: what all its sheets share, and its sheets to be passed through. */
final class OpenWorkbook implements AutoCloseable {

    private static final int LONGEST_TEXT = 256;

    private final ZipArchive archive;
    private final OoxmlPackage ooxml;
    private final WorkbookPart workbook;
    private final Map<String, DefinedName> names;
    private final StringHashes strings;
    private final StyleTable styles;

    private OpenWorkbook(ZipArchive archive) {
        this.archive = archive;
        this.ooxml = OoxmlPackage.in(archive)
                .orElseThrow(() -> Rejection.NOT_A_WORKBOOK.because("The file is no Excel workbook."));
        MainPart main = MainPart.of(ooxml);
        this.workbook = WorkbookPart.read(ooxml, main);
        try (PartReader xml = ooxml.read(main.name())) {
            this.names = DefinedNames.read(xml, workbook.sheets());
        }
        this.strings = related("sharedstrings", StringHashes::read).orElseGet(StringHashes::none);
        this.styles = related("styles", StyleTable::read).orElseGet(StyleTable::none);
    }

    /** {@code onRead} is told how many compressed bytes were read, each time some were. */
    static OpenWorkbook open(Path file, LongConsumer onRead) throws IOException {
        ZipArchive archive = ZipArchive.open(file, Limits.DEFAULT, onRead);
        try {
            return new OpenWorkbook(archive);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private interface PartAction<T> {

        T of(PartReader xml);
    }

    private <T> Optional<T> related(String type, PartAction<T> action) {
        return workbook.related(ooxml, type).map(part -> {
            try (PartReader xml = ooxml.read(part)) {
                return action.of(xml);
            }
        });
    }

    List<SheetPart> sheets() {
        return workbook.sheets();
    }

    Map<String, DefinedName> names() {
        return names;
    }

    StyleTable styles() {
        return styles;
    }

    CellContent contents() {
        return new CellContent(strings);
    }

    /** How long it takes to read the sheet, roughly. */
    long bytes(SheetPart sheet) {
        return ooxml.bytes(sheet.part());
    }

    /** A sheet's cells, to be closed. */
    Cells open(SheetPart sheet) {
        return new Cells(ooxml.read(sheet.part()));
    }

    /** Those shared strings, cut to a length. */
    SharedStrings texts(int[] wanted) {
        return wanted.length == 0
                ? SharedStrings.none()
                : related("sharedstrings", xml -> SharedStrings.read(xml, wanted, LONGEST_TEXT))
                        .orElseGet(SharedStrings::none);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    /** A cursor with the part that it reads. */
    static final class Cells implements AutoCloseable {

        private final PartReader xml;
        private final CellCursor cursor;

        private Cells(PartReader xml) {
            this.xml = xml;
            this.cursor = new SheetCursor(xml);
        }

        CellCursor cursor() {
            return cursor;
        }

        @Override
        public void close() {
            xml.close();
        }
    }
}
