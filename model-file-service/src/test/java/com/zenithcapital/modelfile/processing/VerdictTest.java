package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.as;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.job;
import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Mails;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Origin;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.modelfile.version.VersionRef;
import com.zenithcapital.platform.digest.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How received versions come to their verdict, and what is told of it. */
@QuarkusTest
class VerdictTest {

    private static final String ACCEPTED = "zenith.model-files.version-accepted.v1";
    private static final String REJECTED = "zenith.model-files.version-rejected.v1";

    @Inject
    Kept kept;

    @Inject
    JobQueue queue;

    @Inject
    Settlement settlement;

    @Test
    void anHonestWorkbookIsAcceptedWithWhatWasFound() {
        Uploaded version = Api.upload(Workbooks.accepted());

        JsonPath job = settled(version.job());

        assertThat(job.getString("state")).isEqualTo("ACCEPTED");
        assertThat(job.getInt("percent")).isEqualTo(100);
        assertThat(job.getInt("attempts")).isEqualTo(1);
        assertThat(job.getString("model.id")).isEqualTo(version.model());
        assertThat(job.getString("model.slug")).isEqualTo(version.slug());
        assertThat(job.getInt("version")).isEqualTo(1);
        assertThat(job.<Object>get("reason")).isNull();
        ana().get(version.path() + "/inspection")
                .then()
                .statusCode(200)
                .body("verdict", is("accepted"))
                .body("sheets[1].visibility", is("hidden"))
                .body("findings[0].rule", is("hidden-sheet"));
        assertThat(kept.facts(ACCEPTED, version.model())).isEqualTo(1);
    }

    @Test
    void aWorkbookThatBreaksARuleIsRejectedWithTheRuleAndWhatToDo() {
        Uploaded version = Api.upload(Workbooks.rejected());

        JsonPath job = settled(version.job());

        assertThat(job.getString("state")).isEqualTo("REJECTED");
        assertThat(job.getString("reason.slug")).isEqualTo("macro-not-allowed");
        assertThat(job.getString("reason.detail")).contains("vbaProject.bin");
        assertThat(job.getString("reason.nextStep")).contains(".xlsx");
        eddie().get(version.path() + "/inspection")
                .then()
                .statusCode(200)
                .body("verdict", is("rejected"))
                .body("slug", is("macro-not-allowed"));
        assertThat(kept.facts(REJECTED, version.model())).isEqualTo(1);
        assertThat(kept.facts(ACCEPTED, version.model())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"die", "garbage", "flood"})
    void aWorkbookThatTakesTheEngineDownThreeTimesIsUnprocessable(String marker) {
        Uploaded version = Api.upload(Workbooks.marked(marker));

        JsonPath job = settled(version.job());

        assertThat(job.getString("state")).isEqualTo("REJECTED");
        assertThat(job.getString("reason.slug")).isEqualTo("unprocessable");
        assertThat(job.getString("reason.detail")).contains("3 attempts");
        assertThat(job.getString("reason.nextStep")).contains("Split the workbook");
        assertThat(job.getInt("attempts")).isEqualTo(3);
        assertThat(kept.count(
                        "select extract(epoch from finished_at - created_at)::bigint as count from job where id = ?::uuid",
                        version.job()))
                .as("seconds, with a pause of one and one of two between the attempts")
                .isGreaterThanOrEqualTo(3);
        Mails.Received mail = await("the mail")
                .atMost(Api.VERDICT)
                .until(() -> Mails.about(version.job()), mails -> !mails.isEmpty())
                .getFirst();
        assertThat(mail.text()).contains("unprocessable", "Split the workbook");
        assertThat(mail.html()).contains("unprocessable", "Split the workbook");
        assertThat(kept.facts(REJECTED, version.model())).isEqualTo(1);
        ana().get(version.path() + "/inspection").then().statusCode(404);
    }

    @Test
    void aWorkbookThatHangsTheEngineHoldsNobodyElseUp() {
        Uploaded hanging = Api.upload(Workbooks.marked("hang"));
        Uploaded honest = Api.upload(Workbooks.accepted());

        assertThat(settled(honest.job()).getString("state")).isEqualTo("ACCEPTED");
        assertThat(settled(hanging.job()).getString("reason.slug")).isEqualTo("unprocessable");
    }

    @Test
    void anEngineThatIsMisconfiguredIsNoWorkbooksFault() {
        Uploaded version = Api.upload(Workbooks.marked("usage"));

        await().until(() ->
                kept.count("select setbacks::bigint as count from job where id = ?::uuid", version.job()) >= 2);

        job(version.job()).body("state", is("PROCESSING"));
        kept.change(
                "update job set setbacks = 1000, due_at = now(), lease_owner = null where id = ?::uuid", version.job());
        JsonPath job = settled(version.job());
        assertThat(job.getString("state")).isEqualTo("FAILED");
        assertThat(job.getString("reason.slug")).isEqualTo("processing-failed");
        assertThat(kept.facts("zenith.model-files.version-failed.v1", version.model()))
                .isEqualTo(1);
    }

    @Test
    void aJobWhoseWorkerDiedIsTakenUpAgainWhenItsLeaseEnds() {
        Uploaded version = Api.upload(Workbooks.accepted());
        settled(version.job());
        kept.unsettle(version.job(), "PROCESSING");

        JsonPath job = settled(version.job());

        assertThat(job.getString("state")).isEqualTo("ACCEPTED");
        assertThat(job.getInt("attempts")).isEqualTo(2);
        assertThat(kept.count("select setbacks::bigint as count from job where id = ?::uuid", version.job()))
                .isEqualTo(1);
    }

    @Test
    void aVerdictThatComesAfterTheLeaseIsNotRecorded() {
        Uploaded version = Api.upload(Workbooks.accepted());
        settled(version.job());
        Claim old = new Claim(
                UUID.randomUUID(),
                new VersionRef(
                        new ModelId(UUID.fromString(version.model())),
                        version.slug(),
                        new VersionId(UUID.randomUUID()),
                        version.version(),
                        new JobId(UUID.fromString(version.job()))),
                "model.xlsx",
                new StoredObject(new ObjectKey(UUID.randomUUID()), 1, new Sha256("0".repeat(64))),
                Instant.EPOCH,
                new Origin("late", Optional.empty()),
                0,
                0);

        boolean isRecorded = settlement.settle(old, new Verdict.Failed(Advice.failed()));

        assertThat(isRecorded).isFalse();
        assertThat(queue.renew(old, 50)).isFalse();
        job(version.job()).body("state", is("ACCEPTED"));
    }

    @Test
    void aJobIsForAnalystsAndEditors() {
        Uploaded version = Api.upload(Workbooks.accepted());
        String path = "/api/v1/admin/jobs/" + version.job();

        eddie().get(path).then().statusCode(200);
        as("otto", "analyst").get(path).then().statusCode(200);
        rhea().get(path).then().statusCode(403);
        visitor().get(path).then().statusCode(401);
        ana().get("/api/v1/admin/jobs/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith(":not-found"));
    }
}
