package com.zenithcapital.modelfile.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What servers answer when they are full, and what is something else. */
class StorageFullExceptionTest {

    @ParameterizedTest
    @CsvSource({
        "403, QuotaExceeded, true",
        "507, XMinioStorageFull, true",
        "400, XMinioAdminBucketQuotaExceeded, true",
        "507, SomethingNew, true",
        "500, InternalError, false",
        "503, SlowDown, false",
        "403, AccessDenied, false",
    })
    void aFullServerIsKnownByItsStatusOrItsWord(int status, String code, boolean isFull) {
        // Given
        S3Exception failure = (S3Exception) S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();

        // When
        StorageException meaning = StorageException.of("A part could not be stored", failure);

        // Then
        assertThat(meaning instanceof StorageFullException).isEqualTo(isFull);
    }
}
