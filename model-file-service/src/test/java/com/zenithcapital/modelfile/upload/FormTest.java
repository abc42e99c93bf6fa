package com.zenithcapital.modelfile.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String TYPE = "multipart/form-data; boundary=----zenith";

    @Test
    void theFileIsFoundAmongOtherFields() throws IOException {
        IncomingFile file = open("""
                preamble to be ignored
                ------zenith
                Content-Disposition: form-data; name="note"

                first field
                ------zenith
                Content-Disposition: form-data; name="file"; filename="Büro modell.xlsx"
                Content-Type: application/octet-stream

                the bytes
                with -- dashes and
                ------zenit in them
                ------zenith
                Content-Disposition: form-data; name="after"

                last field
                ------zenith--
                """);

        byte[] bytes = file.bytes().readAllBytes();
        file.end().read();

        assertThat(bytes).asString(UTF_8).isEqualTo("the bytes\r\nwith -- dashes and\r\n------zenit in them");
        assertThat(file.name().apply(MediaType.XLSX)).isEqualTo("Büro modell.xlsx");
    }

    @Test
    void aBodyThatComesByteByByteIsReadTheSame() throws IOException {
        byte[] form = crlf("""
                ------zenith
                Content-Disposition: form-data; name="file"; filename="a.xlsx"

                PK\u0003\u0004
                ------zenith--
                """);
        List<ByteArrayInputStream> single = new java.util.ArrayList<>();
        for (byte one : form) {
            single.add(new ByteArrayInputStream(new byte[] {one}));
        }
        InputStream dripping = new SequenceInputStream(Collections.enumeration(single));

        IncomingFile file = Form.open(TYPE, dripping);

        assertThat(file.bytes().readAllBytes()).containsExactly('P', 'K', 3, 4);
        file.end().read();
    }

    @Test
    void aFormWithoutTheFileIsRefused() {
        assertMalformed(() -> open("""
                ------zenith
                Content-Disposition: form-data; name="upload"; filename="a.xlsx"

                x
                ------zenith--
                """));
    }

    @Test
    void aFormCutOffAfterTheFileIsRefused() throws IOException {
        IncomingFile file = open("""
                ------zenith
                Content-Disposition: form-data; name="file"; filename="a.xlsx"

                x
                ------zenith
                Content-Disposition: form-data; name="other"

                and here it en""");
        file.bytes().readAllBytes();

        assertMalformed(file.end()::read);
    }

    @Test
    void aFormCutOffWithinTheFileFailsWhileItIsRead() throws IOException {
        IncomingFile file = open("""
                ------zenith
                Content-Disposition: form-data; name="file"; filename="a.xlsx"

                and here it en""");

        assertThatThrownBy(() -> file.bytes().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void aTypeWithoutABoundaryIsRefused() {
        assertMalformed(() -> Form.open("multipart/form-data", InputStream.nullInputStream()));
    }

    @Test
    void endlessPartHeadersAreRefused() {
        assertMalformed(() -> open("------zenith\nX-Long: %s\n\nx\n------zenith--\n".formatted("a".repeat(10_000))));
    }

    private static IncomingFile open(String form) throws IOException {
        return Form.open(TYPE, new ByteArrayInputStream(crlf(form)));
    }

    private static byte[] crlf(String form) {
        return form.replace("\n", "\r\n").getBytes(UTF_8);
    }

    private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .returns(UploadProblem.MALFORMED_FORM, ProblemException::problem);
    }
}
