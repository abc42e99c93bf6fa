package com.zenithcapital.workbook.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zenithcapital.workbook.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Workbooks of the world, honest and hostile, in the folder that the property {@code zenith.workbooks} names. Its
 * {@code expected.tsv} has a file name, a verdict, slugs of which either will do and perhaps the number of sheets.
 */
class RealWorkbooksTest {

    @TestFactory
    Stream<DynamicTest> each_gets_its_expected_verdict() throws IOException {
        String folder = System.getProperty("zenith.workbooks", "");
        // Without a value, surefire hands over the placeholder itself.
        assumeTrue(!folder.isBlank() && !folder.startsWith("${"), "no folder of workbooks is named");
        Path workbooks = Path.of(folder);
        List<String> lines = Files.readAllLines(workbooks.resolve("expected.tsv"));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(columns -> DynamicTest.dynamicTest(columns[0], () -> check(workbooks, columns)));
    }

    private static void check(Path workbooks, String[] expected) throws IOException {
        Path file = workbooks.resolve(expected[0]);

        Inspection inspection = new WorkbookInspector(InspectionOptions.DEFAULT).inspect(file, expected[0]);

        @Nullable String slug = slug(inspection.verdict());
        if (expected[1].equals("accepted")) {
            assertThat(slug).isNull();
            if (!expected[3].isEmpty()) {
                assertThat(inspection.sheets()).hasSize(Integer.parseInt(expected[3]));
            }
        } else {
            assertThat(expected[2].split("\\|")).contains(slug);
        }
    }

    private static @Nullable String slug(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> null;
            case Verdict.Rejected rejected -> rejected.rejection().slug();
        };
    }
}
