package com.zenithcapital.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.S3Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The resources that the platform's own tests do not use otherwise. */
class PartsTest {

    @Test
    void s3StartsAnewForEachApplicationAndTellsWhereItIs() {
        S3Resource resource = new S3Resource();
        resource.start();

        Map<String, String> configuration = resource.start();

        S3Part part = S3Resource.part();
        assertThat(part.isHealthy()).isTrue();
        assertThat(configuration)
                .containsEntry("quarkus.s3.endpoint-override", part.url())
                .containsEntry("zenith.model-files.bucket", S3Resource.BUCKET);
    }

    @Test
    void mailStartsAnewForEachApplicationAndTellsWhereItIs() {
        MailResource resource = new MailResource();
        resource.start();

        Map<String, String> configuration = resource.start();

        MailPart part = MailResource.part();
        assertThat(part.isHealthy()).isTrue();
        assertThat(part.url()).endsWith(configuration.get("quarkus.mailer.port"));
    }
}
