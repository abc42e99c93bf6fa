package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.Inspecting.rejected;
import static com.zenithcapital.workbook.testing.RawBiff.join;
import static com.zenithcapital.workbook.testing.RawBiff.number;
import static com.zenithcapital.workbook.testing.RawBiff.record;
import static com.zenithcapital.workbook.testing.RawBiff.shorts;
import static com.zenithcapital.workbook.testing.RawBiff.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.testing.RawBiff;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.zip.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BiffRejectionTest {

    private static final int OBJ = 0x005D;
    private static final int SUP_BOOK = 0x01AE;
    private static final int EXTERN_NAME = 0x0023;
    private static final int OBJ_PROJ = 0x00D3;
    private static final InspectionOptions ALL_ALLOWED =
            new InspectionOptions(Limits.DEFAULT, new Policy(true, true), 200, 50);

    private static RawBiff workbook() {
        return new RawBiff().sheet("Model", number(0, 0, 1));
    }

    /** An object on the sheet that shows the result of a formula: that is, of another program. */
    private static byte[] picture(int flags) {
        return record(
                OBJ,
                join(shorts(0x15, 18, 8, 1, 0, 0, 0, 0, 0, 0, 0), shorts(8, 2, flags), shorts(9, 2, 0), shorts(0, 0)));
    }

    private static void refused(RawBiff workbook, Rejection rejection) {
        rejected(inspect(workbook.toBytes(), "model.xls"), rejection);
        accepted(inspect(workbook.toBytes(), "model.xls", ALL_ALLOWED));
    }

    @Test
    void a_plain_one_is_accepted() {
        Inspection inspection = inspect(workbook().toBytes(), "model.xls");

        accepted(inspection);
        assertThat(inspection.sheets().getFirst().counts().cells()).isEqualTo(1);
    }

    @Test
    void a_password_is_told_from_the_records() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Model");
            workbook.write(out);

            rejected(inspect(out.toByteArray(), "model.xls"), Rejection.ENCRYPTED);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void visual_basic_is_refused_by_its_storage_or_its_record() {
        refused(workbook().folder("_VBA_PROJECT_CUR"), Rejection.MACRO_NOT_ALLOWED);
        refused(workbook().global(OBJ_PROJ, new byte[0]), Rejection.MACRO_NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 1", "0, 6"})
    void macro_sheets_are_refused_hidden_or_not(int state, int type) {
        refused(workbook().sheet("Macro1", state, type, 0, number(0, 0, 1)), Rejection.MACRO_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MBD0018D4CE", "LNK0018D4CE"})
    void embedded_and_linked_objects_are_refused_by_their_storage(String folder) {
        refused(workbook().folder(folder), Rejection.ACTIVE_CONTENT);
    }

    @Test
    void an_object_is_refused_by_its_record_but_a_picture_of_cells_is_not() {
        refused(new RawBiff().sheet("Model", picture(0x0001)), Rejection.ACTIVE_CONTENT);
        accepted(inspect(new RawBiff().sheet("Model", picture(0x0080)).toBytes(), "model.xls"));
    }

    @Test
    void links_to_other_programs_are_refused() {
        refused(workbook().global(SUP_BOOK, join(shorts(0), text("Excel\u0003topic"))), Rejection.ACTIVE_CONTENT);
        refused(workbook().global(EXTERN_NAME, shorts(0x0010, 0, 0)), Rejection.ACTIVE_CONTENT);
    }

    @Test
    void what_came_before_excel_97_is_not_supported() {
        rejected(inspect(workbook().version(0x0500, "Book").toBytes(), "model.xls"), Rejection.FORMAT_NOT_SUPPORTED);
        rejected(
                inspect(workbook().version(0x0500, "Workbook").toBytes(), "model.xls"), Rejection.FORMAT_NOT_SUPPORTED);
        rejected(inspect(record(0x0409, shorts(0x0400, 0x0010, 0)), "model.xls"), Rejection.FORMAT_NOT_SUPPORTED);
    }

    @Test
    void a_sheet_that_is_not_where_the_list_says_is_corrupt() {
        rejected(
                inspect(new RawBiff().sheet("Model", 0, 0, 3, number(0, 0, 1)).toBytes(), "model.xls"),
                Rejection.CORRUPT);
    }

    @Test
    void a_cell_beyond_the_last_column_is_corrupt() {
        rejected(inspect(new RawBiff().sheet("Model", number(0, 256, 1)).toBytes(), "model.xls"), Rejection.CORRUPT);
    }

    @Test
    void a_text_that_is_not_in_the_table_is_corrupt() {
        byte[] cell = record(0x00FD, shorts(0, 0, 0, 7, 0));

        rejected(inspect(new RawBiff().sheet("Model", cell).toBytes(), "model.xls"), Rejection.CORRUPT);
    }

    /** Jazzer: the message named the cell by the cursor's address in memory. */
    @Test
    void a_number_that_no_text_has_is_said_with_its_cell() {
        byte[] cell = record(0x00FD, shorts(1, 2, 0, 0, 0x7FFF));

        assertThat(rejected(inspect(new RawBiff().sheet("Model", cell).toBytes(), "model.xls"), Rejection.CORRUPT))
                .contains("cell C2 refers to a shared string");
    }

    @Test
    void a_table_that_claims_more_texts_than_it_has_is_corrupt() {
        RawBiff workbook = workbook().global(0x00FC, join(shorts(1, 0, 0xFFFF, 0x7FFF), text("one")));

        rejected(inspect(workbook.toBytes(), "model.xls"), Rejection.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 1_100, 1_600, 2_100})
    void one_that_ends_too_early_is_refused(int length) {
        byte[] whole = workbook().toBytes();
        assertThat(whole.length).isGreaterThan(2_100);

        Inspection inspection = inspect(Arrays.copyOf(whole, length), "model.xls");

        assertThat(inspection.sheets()).isEmpty();
    }
}
