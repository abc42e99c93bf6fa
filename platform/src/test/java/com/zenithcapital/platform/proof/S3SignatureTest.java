package com.zenithcapital.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3SignatureTest {

    /** "Example: Get Bucket (List Objects)" of Amazon's S3 API reference. */
    @Test
    void signsAmazonsWorkedExample() {
        S3Signature signature =
                new S3Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

        Map<String, String> headers = signature.headers(
                Instant.parse("2013-05-24T00:00:00Z"),
                URI.create("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J"));

        assertThat(headers)
                .containsEntry("x-amz-date", "20130524T000000Z")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                + "SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                                + "Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(new S3Signature("key", "secret", "us-east-1").toString()).doesNotContain("secret");
    }
}
