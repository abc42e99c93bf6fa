package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands two workbooks to the comparison as files. */
final class Comparing {

    private Comparing() {}

    static Difference compare(byte[] old, byte[] now) {
        try {
            Path before = Files.createTempFile("old", ".xlsx");
            Path after = Files.createTempFile("new", ".xlsx");
            try {
                Files.write(before, old);
                Files.write(after, now);
                return WorkbookComparison.compare(before, after, bytes -> {});
            } finally {
                Files.delete(before);
                Files.delete(after);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Difference compare(WorkbookBuilder old, WorkbookBuilder now) {
        return compare(old.toBytes(), now.toBytes());
    }

    static Difference compare(SheetModel old, SheetModel now) {
        return compare(
                WorkbookBuilder.withoutSheets().sheet("Model", "", old.part()),
                WorkbookBuilder.withoutSheets().sheet("Model", "", now.part()));
    }

    /** Of the only sheet that differs. */
    static SheetDifference sheet(Difference difference) {
        if (difference.sheets().size() != 1) {
            throw new AssertionError("not one sheet differs: " + difference);
        }
        return difference.sheets().getFirst();
    }
}
