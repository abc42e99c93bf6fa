package com.zenithcapital.modelfile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zenithcapital.modelfile.http.DigestField.Algorithm;
import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.FieldError;
import com.zenithcapital.platform.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9530's own examples, and what is none. The bytes are {@code {"hello": "world"}} and a line feed. */
class DigestFieldTest {

    private static final String SHA_256 = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
    private static final String SHA_512 =
            "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:";
    private static final String HEX_256 = "44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38";

    @Test
    void aDigestIsReadByItsAlgorithm() {
        assertThat(digests(SHA_256)).isEqualTo(Map.of(Algorithm.SHA_256, HEX_256));
        assertThat(digests(SHA_512)).containsOnlyKeys(Algorithm.SHA_512);
        assertThat(digests(SHA_256 + ", " + SHA_512)).containsOnlyKeys(Algorithm.SHA_256, Algorithm.SHA_512);
        assertThat(digests(" " + SHA_256 + ";q=0.5;note=\"a, \\\"b\\\"\" ,\t" + SHA_512 + " "))
                .containsOnlyKeys(Algorithm.SHA_256, Algorithm.SHA_512);
    }

    @Test
    void whatProvesNothingIsPassedOver() {
        assertThat(digests("md5=:Sd/dVLAcvNLSq16eXua5uQ==:, unixsum=:GQU=:")).isEmpty();
        assertThat(digests("md5=:Sd/dVLAcvNLSq16eXua5uQ==:," + SHA_256)).containsOnlyKeys(Algorithm.SHA_256);
    }

    @Test
    void ofTwoOfOneKeyTheLastCounts() {
        String zeros = "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:";

        assertThat(digests(zeros + "," + SHA_256)).isEqualTo(Map.of(Algorithm.SHA_256, HEX_256));
    }

    @Test
    void whatDidNotComeIsNotThere() {
        assertThat(DigestField.parse(DigestField.REPR_DIGEST, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=",
                "sha-256=\"44aff4\"",
                "sha-256=:RK/0qy18:",
                "sha-512=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
                "SHA-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
                "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:,",
                "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=: sha-512=::",
                "sha-256=:=R=K:",
                "sha-256 = :RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"
            })
    void whatIsMalformedIsRefusedByName(String field) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DigestField.parse(DigestField.CONTENT_DIGEST, field))
                .satisfies(problem -> {
                    assertThat(problem.problem()).isEqualTo(CommonProblem.INVALID_REQUEST);
                    assertThat(problem.errors())
                            .extracting(FieldError::pointer)
                            .containsExactly("header:Content-Digest");
                });
    }

    @Test
    void aFieldWithoutEndIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> digests("md5=:AA==:;a=\"" + "x".repeat(8_000) + "\""));
    }

    private static Map<Algorithm, String> digests(String field) {
        return DigestField.parse(DigestField.CONTENT_DIGEST, field)
                .orElseThrow()
                .digests();
    }
}
