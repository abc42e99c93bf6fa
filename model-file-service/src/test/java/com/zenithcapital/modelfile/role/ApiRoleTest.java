package com.zenithcapital.modelfile.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An instance that takes requests, and leaves the work to others. */
@QuarkusTest
@TestProfile(ApiRoleTest.ApiOnly.class)
class ApiRoleTest {

    /** The application as {@code api}. */
    public static final class ApiOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zenith.model-files.role", "api");
        }
    }

    @Inject
    Kept kept;

    @Inject
    MeterRegistry metrics;

    @Inject
    ChannelRegistry channels;

    @Test
    void aWorkbookIsTakenInAndWaitsForAWorkerElsewhere() {
        // When
        Uploaded version = Api.upload(Workbooks.accepted());

        // Then
        await("its fact is told").until(() -> kept.count("""
                select count(*) as count from outbox
                where type = 'zenith.model-files.version-received.v1' and key = ? and published_at is not null
                """, version.model()) == 1);
        await("it is counted, to scale workers on")
                .atMost(Duration.ofSeconds(20))
                .until(() -> metrics.get("zenith.jobs.waiting").gauge().value() >= 1);
        await("so is its age")
                .atMost(Duration.ofSeconds(20))
                .until(() -> metrics.get("zenith.jobs.waiting.age").gauge().value() >= 1);
        JsonPath job = Api.job(version.job()).extract().jsonPath();
        assertThat(job.getString("state")).isEqualTo("RECEIVED");
        assertThat(job.getInt("attempts")).isZero();
        // Nor must a later test's application find it.
        kept.change("update job set due_at = now() + interval '1 day' where id = ?::uuid", version.job());
    }

    @Test
    void itTakesNoFactsFromThoseWhoWork() {
        // When, then: a consumer would be a member of their group, and be given partitions
        assertThat(channels.getIncomingNames()).doesNotContain("version-received", "version-settled");
    }
}
