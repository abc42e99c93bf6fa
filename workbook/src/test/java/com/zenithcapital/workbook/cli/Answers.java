package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.difference.Difference;
import com.zenithcapital.workbook.inspection.Inspection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What the commands write, for tests of other packages. */
public final class Answers {

    private Answers() {}

    public static byte[] json(Inspection inspection) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InspectionJson.write(inspection, out);
        return out.toByteArray();
    }

    public static byte[] json(Difference difference) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DiffJson.write(difference, out);
        return out.toByteArray();
    }

    public static byte[] page(Difference difference) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DiffPage.write("old.xlsx", "new.xlsx", difference, out);
        return out.toByteArray();
    }
}
