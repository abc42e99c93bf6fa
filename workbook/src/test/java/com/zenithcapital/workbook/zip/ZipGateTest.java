package com.zenithcapital.workbook.zip;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.Inspecting.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.inspection.InspectionOptions;
import com.zenithcapital.workbook.testing.RawEntry;
import com.zenithcapital.workbook.testing.RawZip;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipGateTest {

    private static final String PICTURE = "xl/media/image1.png";
    private static final byte[] TEN_BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private static RawZip workbook() {
        return WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .toZip();
    }

    private static InspectionOptions limits(long fileBytes, int entries, long entryBytes, long totalBytes) {
        return new InspectionOptions(new Limits(fileBytes, entries, entryBytes, totalBytes), Policy.STRICT, 10, 10);
    }

    @Test
    void an_honest_archive_passes() {
        accepted(inspect(workbook().add(RawEntry.of(PICTURE, TEN_BYTES)).toBytes()));
    }

    @Test
    void stored_entries_pass() {
        accepted(inspect(workbook().add(RawEntry.stored(PICTURE, TEN_BYTES)).toBytes()));
    }

    @Test
    void data_descriptors_pass() {
        accepted(inspect(
                workbook().add(RawEntry.of(PICTURE, TEN_BYTES).withDescriptor()).toBytes()));
    }

    @Test
    void what_sxssf_writes_passes() {
        byte[] file = workbook()
                .add(RawEntry.of(PICTURE, TEN_BYTES).withDescriptor().zip64())
                .toBytes();

        accepted(inspect(file));
    }

    @Test
    void an_archive_with_a_64_bit_end_passes() {
        accepted(inspect(workbook().zip64().toBytes()));
    }

    @Test
    void an_archive_with_a_comment_passes() {
        accepted(inspect(workbook().comment("made by hand").toBytes()));
    }

    @Test
    void a_folder_in_the_archive_is_passed_over() {
        accepted(inspect(
                workbook().add(RawEntry.stored("xl/media/", new byte[0])).toBytes()));
    }

    @Test
    void a_file_that_ends_before_the_directory_is_truncated() {
        byte[] whole = workbook().toBytes();

        byte[] beginning = Arrays.copyOf(whole, whole.length / 2);

        rejected(inspect(beginning), Rejection.TRUNCATED);
    }

    @Test
    void a_hole_in_the_middle_is_corrupt() {
        byte[] whole = workbook().add(RawEntry.stored(PICTURE, new byte[2_000])).toBytes();
        byte[] holed = new byte[whole.length - 500];
        System.arraycopy(whole, 0, holed, 0, 1_000);
        System.arraycopy(whole, 1_500, holed, 1_000, holed.length - 1_000);

        rejected(inspect(holed), Rejection.CORRUPT);
    }

    @Test
    void bytes_after_the_end_are_corrupt() {
        byte[] whole = workbook().toBytes();

        rejected(inspect(Arrays.copyOf(whole, whole.length + 7)), Rejection.CORRUPT);
    }

    @Test
    void a_directory_that_counts_more_entries_than_it_holds_is_corrupt() {
        rejected(inspect(workbook().countMore(1).toBytes()), Rejection.CORRUPT);
    }

    @Test
    void a_directory_that_counts_fewer_entries_than_it_holds_is_corrupt() {
        rejected(inspect(workbook().countMore(-1).toBytes()), Rejection.CORRUPT);
    }

    @Test
    void the_same_name_twice_is_a_duplicate() {
        byte[] file = workbook()
                .add(RawEntry.of(PICTURE, TEN_BYTES))
                .add(RawEntry.of(PICTURE, TEN_BYTES))
                .toBytes();

        assertThat(rejected(inspect(file), Rejection.DUPLICATE_ENTRY)).contains(PICTURE);
    }

    @Test
    void the_same_name_in_another_case_is_a_duplicate() {
        byte[] file = workbook().add("XL/Workbook.XML", "<workbook/>").toBytes();

        rejected(inspect(file), Rejection.DUPLICATE_ENTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../evil.xml",
                "xl/../../evil.xml",
                "xl\\evil.xml",
                "C:/evil.xml",
                "xl/a\u0000b"
            })
    void a_name_that_leads_out_of_the_archive_is_corrupt(String name) {
        rejected(inspect(workbook().add(name, "<a/>").toBytes()), Rejection.CORRUPT);
    }

    @Test
    void another_name_in_the_header_than_in_the_directory_is_corrupt() {
        byte[] file = workbook()
                .add(RawEntry.of(PICTURE, TEN_BYTES).localName("xl/media/image2.png"))
                .toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void an_entry_whose_header_is_elsewhere_is_corrupt() {
        byte[] file =
                workbook().add(RawEntry.of(PICTURE, TEN_BYTES).shiftOffset(3)).toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void an_unknown_compression_method_is_corrupt() {
        byte[] file = workbook().add(RawEntry.of(PICTURE, TEN_BYTES).method(12)).toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void an_encrypted_entry_is_encrypted() {
        byte[] file = workbook().add(RawEntry.of(PICTURE, TEN_BYTES).flags(1)).toBytes();

        rejected(inspect(file), Rejection.ENCRYPTED);
    }

    @Test
    void a_wrong_checksum_is_corrupt_even_in_a_part_that_is_not_looked_at() {
        byte[] file =
                workbook().add(RawEntry.of(PICTURE, TEN_BYTES).sayingCrc(1)).toBytes();

        assertThat(rejected(inspect(file), Rejection.CORRUPT)).contains(PICTURE).contains("checksum");
    }

    @Test
    void an_entry_longer_than_it_says_is_corrupt() {
        byte[] file =
                workbook().add(RawEntry.of(PICTURE, TEN_BYTES).sayingBytes(4)).toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void an_entry_shorter_than_it_says_is_corrupt() {
        byte[] file =
                workbook().add(RawEntry.of(PICTURE, TEN_BYTES).sayingBytes(40)).toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void data_that_does_not_inflate_is_corrupt() {
        byte[] file = workbook()
                .add(RawEntry.compressedAs(PICTURE, TEN_BYTES, new byte[] {7, 7, 7, 7, 7}))
                .toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void a_file_over_the_limit_is_too_large() {
        byte[] file = workbook().toBytes();

        rejected(
                inspect(file, "model.xlsx", limits(file.length - 1, 100, 1 << 20, 1 << 20)),
                Rejection.PAYLOAD_TOO_LARGE);
    }

    @Test
    void a_file_of_just_the_limit_passes() {
        byte[] file = workbook().toBytes();

        accepted(inspect(file, "model.xlsx", limits(file.length, 100, 1 << 20, 1 << 20)));
    }

    @Test
    void too_many_entries_are_a_bomb() {
        byte[] file = workbook().toBytes();

        rejected(inspect(file, "model.xlsx", limits(1 << 20, 4, 1 << 20, 1 << 20)), Rejection.ZIP_BOMB);
    }

    @Test
    void an_entry_that_says_it_is_too_long_is_a_bomb() {
        byte[] file = workbook().add(RawEntry.of(PICTURE, new byte[70_000])).toBytes();

        rejected(inspect(file, "model.xlsx", limits(1 << 20, 100, 65_536, 1 << 20)), Rejection.ZIP_BOMB);
    }

    @Test
    void an_entry_that_hides_that_it_is_too_long_is_a_bomb() {
        byte[] file = workbook()
                .add(RawEntry.of(PICTURE, new byte[70_000]).sayingBytes(10))
                .toBytes();

        rejected(inspect(file, "model.xlsx", limits(1 << 20, 100, 65_536, 1 << 20)), Rejection.ZIP_BOMB);
    }

    @Test
    void entries_that_are_too_long_together_are_a_bomb() {
        byte[] file = workbook()
                .add(RawEntry.of("xl/media/a.png", new byte[60_000]))
                .add(RawEntry.of("xl/media/b.png", new byte[60_000]))
                .toBytes();

        rejected(inspect(file, "model.xlsx", limits(1 << 20, 100, 65_536, 100_000)), Rejection.ZIP_BOMB);
    }

    @Test
    void a_part_that_shrinks_as_no_honest_one_does_is_a_bomb() {
        byte[] zeros = new byte[110 << 20];
        byte[] file = workbook().add(RawEntry.of(PICTURE, zeros)).toBytes();

        assertThat(rejected(inspect(file), Rejection.ZIP_BOMB)).contains("shrinks");
    }

    @Test
    void entries_that_share_their_bytes_are_a_bomb() {
        RawEntry inner = RawEntry.of("xl/media/b.png", TEN_BYTES);
        byte[] header = RawEntry.of("xl/media/b.png", TEN_BYTES).local();
        byte[] file = workbook()
                .add(RawEntry.stored("xl/media/a.png", header))
                .add(inner.shiftOffset(-header.length))
                .toBytes();

        assertThat(rejected(inspect(file), Rejection.ZIP_BOMB).toLowerCase(Locale.ROOT))
                .contains("shares its bytes");
    }

    @Test
    void an_empty_archive_is_no_workbook() {
        rejected(inspect(new RawZip().toBytes()), Rejection.NOT_A_WORKBOOK);
    }
}
