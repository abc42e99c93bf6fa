package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.testing.Api.XLSX;
import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.createModel;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an uploader says of the bytes is held against them, before anything of them is kept (RFC 9530). */
@QuarkusTest
class UploadDigestTest {

    private static final String VERSIONS = "/api/v1/admin/models/{id}/versions";

    @Inject
    Kept kept;

    private final byte[] workbook = Workbooks.sized("accept", 6 * 1024 * 1024);
    private String model = "";
    private Set<UUID> objects = Set.of();

    @BeforeEach
    void remember() {
        model = createModel();
        objects = kept.objects();
    }

    @ParameterizedTest
    @CsvSource({"Content-Digest, sha-256, SHA-256", "Content-Digest, sha-512, SHA-512", "Repr-Digest, sha-256, SHA-256"
    })
    void aBodyThatIsWhatItsSenderSaysIsTaken(String field, String key, String algorithm) {
        post(field, digest(key, algorithm, workbook), workbook).statusCode(202);

        assertThat(kept.versions(model)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Content-Digest, sha-256, SHA-256", "Content-Digest, sha-512, SHA-512", "Repr-Digest, sha-256, SHA-256"
    })
    void aBodyThatChangedOnTheWayIsRefused(String field, String key, String algorithm) {
        byte[] sent = workbook.clone();
        sent[5_500_000] ^= 1;

        post(field, digest(key, algorithm, workbook), sent)
                .statusCode(400)
                .body("type", endsWith(":digest-mismatch"))
                .body("errors[0].pointer", is("header:" + field));

        assertNothingIsLeft();
    }

    @Test
    void ofTwoDigestsBothMustBeRight() {
        String right = digest("sha-256", "SHA-256", workbook);
        String wrong = digest("sha-512", "SHA-512", new byte[1]);

        post("Content-Digest", right + ", " + wrong, workbook).statusCode(400);

        assertNothingIsLeft();
    }

    @Test
    void anAlgorithmThatProvesNothingIsPassedOver() {
        post("Content-Digest", "md5=:AAAAAAAAAAAAAAAAAAAAAA==:", workbook).statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-256=abc", "sha-256=:abcd:", "SHA-256=::"})
    void aMalformedDigestIsRefusedByName(String value) {
        post("Repr-Digest", value, workbook)
                .statusCode(400)
                .body("type", endsWith(":invalid-request"))
                .body("errors[0].pointer", is("header:Repr-Digest"));

        assertNothingIsLeft();
    }

    @Test
    void aFormsDigestIsOfTheWholeFormAndAPartsOfThePart() {
        String right = digest("sha-256", "SHA-256", workbook);
        String wrong = digest("sha-256", "SHA-256", new byte[1]);

        form("", null, right, workbook).statusCode(202);
        form("", null, wrong, Workbooks.accepted()).statusCode(400).body("type", endsWith(":digest-mismatch"));
        form("an epilogue that counts too", right, null, Workbooks.accepted())
                .statusCode(400)
                .body("type", endsWith(":digest-mismatch"));
        byte[] another = Workbooks.accepted();
        byte[] whole = body("an epilogue that counts too", null, another);
        form("an epilogue that counts too", digest("sha-256", "SHA-256", whole), null, another)
                .statusCode(202);

        assertThat(kept.versions(model)).isEqualTo(2);
        assertThat(kept.objects()).hasSize(objects.size() + 2);
    }

    @Test
    void aRepeatedKeyWithADigestOfOtherBytesIsNoRepeat() {
        String key = UUID.randomUUID().toString();
        byte[] first = Workbooks.accepted();
        byte[] other = Workbooks.accepted();
        withKey(key, first).statusCode(202);

        withKey(key, first).statusCode(200).body("version", is(1));
        withKey(key, other).statusCode(422).body("type", endsWith(":idempotency-key-reused"));

        assertThat(kept.versions(model)).isEqualTo(1);
    }

    private ValidatableResponse withKey(String key, byte[] body) {
        return ana().contentType(XLSX)
                .header("Idempotency-Key", key)
                .header("Repr-Digest", digest("sha-256", "SHA-256", body))
                .body(body)
                .post(VERSIONS, model)
                .then();
    }

    private ValidatableResponse post(String field, String value, byte[] body) {
        return ana().contentType(XLSX)
                .header(field, value)
                .body(body)
                .post(VERSIONS, model)
                .then();
    }

    private ValidatableResponse form(String epilogue, @Nullable String ofBody, @Nullable String ofPart, byte[] file) {
        var request = ana().contentType("multipart/form-data; boundary=zenith");
        return (ofBody == null ? request : request.header("Content-Digest", ofBody))
                .body(body(epilogue, ofPart, file))
                .post(VERSIONS, model)
                .then();
    }

    private static byte[] body(String epilogue, @Nullable String ofPart, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String digest = ofPart == null ? "" : "Repr-Digest: " + ofPart + "\r\n";
        body.writeBytes(
                ("--zenith\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n" + digest + "\r\n")
                        .getBytes(US_ASCII));
        body.writeBytes(file);
        body.writeBytes(("\r\n--zenith--\r\n" + epilogue).getBytes(US_ASCII));
        return body.toByteArray();
    }

    private static String digest(String key, String algorithm, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
            return key + "=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNothingIsLeft() {
        assertThat(kept.versions(model)).isZero();
        assertThat(kept.objects()).isEqualTo(objects);
        assertThat(kept.openUploads()).isZero();
    }
}
