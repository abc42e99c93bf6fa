package com.zenithcapital.modelfile.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    @Test
    void aZipMayBeAWorkbookAndStaysToBeRead() throws IOException {
        PushbackInputStream body = body("504b030414000600ffff");

        MediaType type = Signature.check(body);

        assertThat(type).isEqualTo(MediaType.XLSX);
        assertThat(body.readAllBytes()).hasSize(10).startsWith('P', 'K');
    }

    @Test
    void aCompoundFileMayBeAnOldOrAnEncryptedWorkbook() throws IOException {
        assertThat(Signature.check(body("d0cf11e0a1b11ae10000"))).isEqualTo(MediaType.XLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"255044462d312e37", "50", "504b0506", "d0cf11e0", "3c3f786d6c20"})
    void anythingElseIsRefused(String hex) {
        assertThatThrownBy(() -> Signature.check(body(hex)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .returns(UploadProblem.NOT_A_WORKBOOK, ProblemException::problem);
    }

    @Test
    void noBytesAreToldFromWrongOnes() {
        assertThatThrownBy(() -> Signature.check(body("")))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .returns(UploadProblem.EMPTY_UPLOAD, ProblemException::problem);
    }

    private static PushbackInputStream body(String hex) {
        return new PushbackInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(hex)), Signature.LENGTH);
    }
}
