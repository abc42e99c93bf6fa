package com.zenithcapital.workbook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.inspection.InspectionOptions;
import com.zenithcapital.workbook.inspection.WorkbookInspector;
import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands bytes to the inspector as a file and says what came of it. */
public final class Inspecting {

    private Inspecting() {}

    public static Inspection inspect(byte[] file) {
        return inspect(file, "model.xlsx", InspectionOptions.DEFAULT);
    }

    public static Inspection inspect(byte[] file, String name) {
        return inspect(file, name, InspectionOptions.DEFAULT);
    }

    public static Inspection inspect(byte[] file, String name, InspectionOptions options) {
        try {
            Path path = Files.createTempFile("inspecting", ".bin");
            try {
                Files.write(path, file);
                return new WorkbookInspector(options).inspect(path, name);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The detail of the rejection, once its reason is asserted. */
    public static String rejected(Inspection inspection, Rejection rejection) {
        assertThat(inspection.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.rejection())
                                .as(rejected.detail())
                                .isEqualTo(rejection));
        return ((Verdict.Rejected) inspection.verdict()).detail();
    }

    public static void accepted(Inspection inspection) {
        assertThat(inspection.verdict()).isEqualTo(new Verdict.Accepted());
    }
}
