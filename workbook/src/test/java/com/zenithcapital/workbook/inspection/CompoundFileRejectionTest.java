package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.Inspecting.rejected;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.workbook.verdict.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundFileRejectionTest {

    /** An OLE2 container whose stream {@code EncryptedPackage} is called otherwise, and its other stream too. */
    private static byte[] containerWith(String stream) {
        byte[] file = SampleWorkbook.of(Trait.ENCRYPTED).toBytes();
        int directory = 2 * 512;
        rename(file, directory + 128, "Other");
        rename(file, directory + 256, stream);
        return file;
    }

    private static void rename(byte[] file, int entry, String name) {
        Arrays.fill(file, entry, entry + 64, (byte) 0);
        byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(letters, 0, file, entry, letters.length);
        file[entry + 64] = (byte) (letters.length + 2);
    }

    @Test
    void a_workbook_with_a_password_is_encrypted() {
        rejected(inspect(SampleWorkbook.of(Trait.ENCRYPTED).toBytes()), Rejection.ENCRYPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "Workbook,           model.xls,  CORRUPT",
        "Book,               model.xls,  FORMAT_NOT_SUPPORTED",
        "Workbook,           model.xlsx, EXTENSION_MISMATCH",
        "WordDocument,       model.xls,  NOT_A_WORKBOOK",
        "PowerPoint Document,model.xlsx, NOT_A_WORKBOOK",
    })
    void the_streams_of_a_container_tell_what_it_is(String stream, String name, Rejection rejection) {
        rejected(inspect(containerWith(stream), name), rejection);
    }

    @Test
    void an_old_workbook_with_macros_is_refused_for_these() {
        byte[] file = containerWith("Workbook");
        rename(file, 2 * 512 + 128, "_VBA_PROJECT_CUR");

        rejected(inspect(file, "model.xls"), Rejection.MACRO_NOT_ALLOWED);
    }

    @Test
    void a_container_without_its_end_is_truncated() {
        byte[] file = SampleWorkbook.of(Trait.ENCRYPTED).toBytes();

        rejected(inspect(Arrays.copyOf(file, 700)), Rejection.TRUNCATED);
    }

    @Test
    void a_directory_that_goes_in_a_circle_is_corrupt() {
        byte[] file = SampleWorkbook.of(Trait.ENCRYPTED).toBytes();
        int fatEntryOfDirectory = 512 + 4;
        file[fatEntryOfDirectory] = 1;
        Arrays.fill(file, fatEntryOfDirectory + 1, fatEntryOfDirectory + 4, (byte) 0);

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void an_unknown_sector_size_is_corrupt() {
        byte[] file = SampleWorkbook.of(Trait.ENCRYPTED).toBytes();
        file[30] = 31;

        rejected(inspect(file), Rejection.CORRUPT);
    }
}
