package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.RawBiff.join;
import static com.zenithcapital.workbook.testing.RawBiff.number;
import static com.zenithcapital.workbook.testing.RawBiff.record;
import static com.zenithcapital.workbook.testing.RawBiff.shorts;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.biff.BiffWorkbook;
import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.testing.RawBiff;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What few bytes of an .xls claim must cost no more than these bytes. */
class BiffLimitsTest {

    private static final int FORMULA = 0x0006;
    private static final int SHARED_FORMULA = 0x04BC;
    private static final int DATA_CONNECTION = 0x0876;
    private static final byte[] NOW = {0x42, 0, 74, 0};

    @TempDir
    private Path directory;

    private static byte[] formula(byte[] tokens, byte[] behind) {
        return record(FORMULA, join(shorts(0, 0, 0, 0, 0, 0, 0x3FF0, 0, 0, 0, tokens.length), tokens, behind));
    }

    private static byte[] times(int count, byte[] records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(count * records.length);
        for (int index = 0; index < count; index++) {
            all.writeBytes(records);
        }
        return all.toByteArray();
    }

    @Test
    @Timeout(20)
    void array_constants_that_claim_millions_of_values_are_not_made() {
        byte[] tokens = join(NOW, new byte[] {0x20, 0, 0, 0, 0, 0, 0, 0});
        byte[] claim = {(byte) 0xFF, (byte) 0xFE, 0x7F};
        byte[] file = new RawBiff()
                .sheet("Model", times(10_000, formula(tokens, claim)))
                .toBytes();

        Inspection inspection = inspect(file, "model.xls");

        accepted(inspection);
        assertThat(inspection.sheets().getFirst().counts().formulas()).isEqualTo(10_000);
        assertThat(inspection.findings()).extracting(Finding::rule).containsOnly(Rule.VOLATILE_FUNCTION);
    }

    @Test
    @Timeout(20)
    void a_formula_is_shared_once_however_often_the_record_is_repeated() {
        byte[] shared = record(SHARED_FORMULA, join(shorts(0, 0, 0, 0, NOW.length), NOW));
        byte[] file = new RawBiff()
                .sheet("Model", formula(new byte[] {1, 0, 0, 0, 0}, new byte[0]), times(500_000, shared))
                .toBytes();

        Inspection inspection = inspect(file, "model.xls");

        accepted(inspection);
        assertThat(inspection.findings()).extracting(Finding::rule).containsExactly(Rule.VOLATILE_FUNCTION);
    }

    @Test
    void of_a_million_findings_the_first_are_kept_and_all_are_counted() throws IOException {
        RawBiff workbook = new RawBiff().sheet("Model", number(0, 0, 1));
        for (int index = 0; index < 1_000_000; index++) {
            workbook.global(DATA_CONNECTION, new byte[0]);
        }
        byte[] file = workbook.toBytes();

        Inspection inspection = inspect(file, "model.xls");

        accepted(inspection);
        assertThat(Objects.requireNonNull(inspection.document()).parts().connections())
                .isEqualTo(1_000_000);
        assertThat(inspection.findings()).hasSize(FindingList.MOST_OF_A_RULE + 1);
        assertThat(inspection.findings().getLast().message()).isEqualTo("999800 more of this kind.");
        Path path = Files.write(directory.resolve("model.xls"), file);
        try (FileChannel channel = FileChannel.open(path);
                BiffWorkbook opened = BiffWorkbook.open(channel, Policy.STRICT)) {
            assertThat(opened.findings()).hasSize(FindingList.MOST_OF_A_RULE);
        }
    }

    @Test
    @Timeout(20)
    void properties_that_claim_to_be_long_are_not_copied_each() {
        int count = 100_000;
        ByteBuffer summary = ByteBuffer.allocate(48 + 8 + 16 * count + 100_000).order(ByteOrder.LITTLE_ENDIAN);
        summary.putInt(0xFFFE).position(24);
        summary.putInt(1)
                .putLong(0x10684FF9_F29F85E0L)
                .putLong(0xD9B3272B_000891ABL)
                .putInt(48);
        summary.putInt(summary.capacity() - 48).putInt(count);
        // The title (2) and properties that nobody knows, each of them a text (30) that claims 90,000 bytes.
        for (int index = 0; index < count; index++) {
            summary.putInt(index == 0 ? 2 : 1_000 + index).putInt(8 + 8 * count + 8 * index);
        }
        summary.putInt(30).putInt(90_000).putInt('T').putInt(0);
        while (summary.remaining() > 100_000) {
            summary.putInt(30).putInt(90_000);
        }
        byte[] stream = new RawBiff().sheet("Model", number(0, 0, 1)).toStream();

        Inspection inspection =
                inspect(RawBiff.container(stream, Map.of("\u0005SummaryInformation", summary.array())), "model.xls");

        accepted(inspection);
        DocumentFacts facts = Objects.requireNonNull(inspection.document());
        assertThat(facts.properties().title()).isEqualTo("T");
    }
}
