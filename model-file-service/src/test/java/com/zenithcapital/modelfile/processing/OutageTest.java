package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.modelfile.testing.Api.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.S3Resource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Parts that are killed between a version's last byte and its verdict. Each job ends, once, and as it would have. */
@QuarkusTest
class OutageTest {

    @Inject
    Kept kept;

    @Test
    void withoutKafkaVerdictsComeAllTheSameAndTheirFactsArriveLater() {
        KafkaResource.kill();
        Uploaded version;
        try {
            version = Api.upload(Workbooks.accepted());

            assertThat(settled(version.job()).getString("state")).isEqualTo("ACCEPTED");
        } finally {
            KafkaResource.startAgain();
        }
        await("the mail, which only a fact brings about")
                .atMost(Duration.ofSeconds(90))
                .until(() -> sentNotices(version) == 1);
    }

    @Test
    void withoutStorageAJobWaitsAndTheWorkbookIsNotBlamed() {
        Uploaded version;
        try {
            version = uploadedBeforeStorageWent();

            await().until(() ->
                    kept.count("select setbacks::bigint as count from job where id = ?::uuid", version.job()) >= 1);
        } finally {
            S3Resource.part().start();
        }

        JsonPath job = settled(version.job());
        assertThat(job.getString("state")).isEqualTo("ACCEPTED");
        assertThat(kept.count("select crashes::bigint as count from job where id = ?::uuid", version.job()))
                .isZero();
    }

    @Test
    void aDatabaseThatIsKilledDuringTheWorkLosesNoJob() {
        Uploaded version = Api.upload(Workbooks.accepted());

        PostgresResource.part().kill();
        PostgresResource.part().start();

        JsonPath job = await().atMost(Api.VERDICT)
                .ignoreExceptions()
                .until(() -> settled(version.job()), answer -> "ACCEPTED".equals(answer.getString("state")));
        assertThat(job.getInt("percent")).isEqualTo(100);
        await("one mail").atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> sentNotices(version) == 1);
    }

    /** Storage must be there for an upload, so this is one of before whose job is due again. */
    private Uploaded uploadedBeforeStorageWent() {
        Uploaded version = Api.upload(Workbooks.accepted());
        settled(version.job());
        S3Resource.part().kill();
        kept.unsettle(version.job(), "RECEIVED");
        return version;
    }

    private long sentNotices(Uploaded version) {
        return kept.count(
                "select count(*) as count from notice n join job j using (version_id) where j.id = ?::uuid and n.state = 'SENT'",
                version.job());
    }
}
