package com.zenithcapital.modelfile.notice;

import static com.zenithcapital.modelfile.testing.Api.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Mails;
import com.zenithcapital.modelfile.testing.Mails.Received;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.event.CloudEvent;
import com.zenithcapital.platform.testing.MailResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What uploaders find in their mail. */
@QuarkusTest
class NoticeTest {

    private static final Duration MAIL = Duration.ofSeconds(60);

    @Inject
    Kept kept;

    @Inject
    Notices notices;

    @Test
    void anAcceptedVersionIsToldWithWhatWasFound() {
        Uploaded version = Api.upload(Workbooks.accepted());

        Received mail = onlyMail(version);

        assertThat(mail.to()).isEqualTo("ana@zenith.example");
        assertThat(mail.subject()).startsWith("Accepted: Model ").endsWith(", version 1");
        assertThat(mail.text())
                .contains("2 sheets, 91 cells, 3 formulas, 1 cells with errors, 1 findings")
                .contains("- Inputs (A1:C30): 90 cells")
                .contains("- Workings (A1, hidden)")
                .contains("WARNING: The sheet is hidden (Workings) [hidden-sheet]")
                .contains("http://127.0.0.1:8080" + version.path() + "/inspection")
                .contains("/api/v1/admin/jobs/" + version.job());
        assertThat(mail.html()).contains("<h1").contains("<td>Inputs</td>").contains(version.path() + "/inspection");
        assertThat(mail.messageId()).matches("<[0-9a-f-]{36}@zenith\\.example>");
    }

    @Test
    void aRejectedVersionIsToldWithTheRuleAndWhatToDo() {
        Uploaded version = Api.upload(Workbooks.rejected());

        Received mail = onlyMail(version);

        assertThat(mail.subject()).startsWith("Rejected: ");
        assertThat(mail.text())
                .contains("The rule:   macro-not-allowed")
                .contains("Found:      xl/vbaProject.bin holds a VBA project.")
                .contains("What to do: Save the workbook without macros");
        assertThat(mail.html()).contains("<code>macro-not-allowed</code>");
    }

    @Test
    void namesThatLookLikeMarkupAreShownAsTheyAre() {
        Uploaded version =
                Api.upload(Api.createModel("<img src=x onerror=alert(1)> " + UUID.randomUUID()), Workbooks.accepted());

        Received mail = onlyMail(version);

        assertThat(mail.html()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
        assertThat(mail.text()).contains("<img src=x onerror=alert(1)>");
    }

    @Test
    void aRepeatedEventMailsNothing() {
        Uploaded version = Api.upload(Workbooks.accepted());
        Received first = onlyMail(version);
        UUID event = UUID.fromString(first.messageId().substring(1, 37));

        notices.owe(
                new CloudEvent(
                        event, "irrelevant", "/zenith/model-file", version.model(), Instant.EPOCH, Optional.empty()),
                versionId(version),
                NoticeKind.ACCEPTED);

        assertThat(kept.count(
                        "select count(*) as count from notice n join job j using (version_id) where j.id = ?::uuid",
                        version.job()))
                .isEqualTo(1);
        // Whatever is owed is sent before this one, so nothing more is on its way.
        onlyMail(Api.upload(Workbooks.accepted()));
        assertThat(Mails.about(version.job())).hasSize(1);
    }

    @Test
    void aMailIsSentWhenTheServerIsBackAndUnderTheSameMessageId() {
        MailResource.part().kill();
        Uploaded version;
        String messageId;
        try {
            version = Api.upload(Workbooks.accepted());
            settled(version.job());
            await("two attempts").atMost(MAIL).until(() -> attempts(version) >= 2);
            messageId = messageId(version);
        } finally {
            MailResource.part().start();
        }

        Received mail = onlyMail(version);

        assertThat(mail.messageId()).isEqualTo(messageId);
        await().until(() -> "SENT".equals(state(version)));
    }

    @Test
    void aMailSentAgainAfterAKillIsRecognisable() {
        Uploaded version = Api.upload(Workbooks.accepted());
        Received first = onlyMail(version);
        await().until(() -> "SENT".equals(state(version)));

        // As if the sender had been killed between the server's yes and its own note of it.
        kept.change(
                "update notice set state = 'WAITING', sent_at = null, due_at = now() where message_id = ?",
                first.messageId());

        await().atMost(MAIL).until(() -> Mails.about(version.job()).size() == 2);
        assertThat(Mails.about(version.job())).extracting(Received::messageId).containsOnly(first.messageId());
    }

    @Test
    void aMailIsNotSentTwiceBecauseTheDatabaseWasAwayWhenItHadGoneOut() {
        // A sequence keeps its count over a rollback: the database refuses the note twice, then takes it.
        kept.change("create sequence refusal");
        kept.change("""
                create function refuse_twice() returns trigger language plpgsql as $$
                begin
                    if nextval('refusal') <= 2 then raise exception 'not now'; end if;
                    return new;
                end $$
                """);
        kept.change("""
                create trigger refuse_twice before update on notice for each row
                when (new.state = 'SENT') execute function refuse_twice()
                """);
        Uploaded version;
        try {
            version = Api.upload(Workbooks.accepted());
            await().atMost(MAIL).until(() -> "SENT".equals(state(version)));
            assertThat(kept.count("select last_value as count from refusal")).isGreaterThan(2);
        } finally {
            kept.change("drop trigger refuse_twice on notice");
            kept.change("drop function refuse_twice");
            kept.change("drop sequence refusal");
        }

        assertThat(attempts(version)).isEqualTo(1);
        onlyMail(version);
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAndNotTriedForEver() {
        Uploaded version = Api.upload(Workbooks.accepted());
        onlyMail(version);

        kept.change(
                "update notice set state = 'WAITING', sent_at = null, due_at = now(), recipient = 'nobody at all' where version_id = ?",
                versionId(version).value());

        await().atMost(MAIL).until(() -> "UNDELIVERABLE".equals(state(version)));
    }

    @Test
    void anUploaderWithoutAnAddressIsRecordedAsUndeliverable() {
        String model = Api.createModel();
        String job = io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.withoutMail("otto", "analyst"))
                .contentType(Api.XLSX)
                .body(Workbooks.accepted())
                .post("/api/v1/admin/models/{id}/versions", model)
                .then()
                .statusCode(202)
                .extract()
                .path("job.id");
        Uploaded version = new Uploaded(model, "", job, 1);

        settled(job);

        await().atMost(MAIL).until(() -> "UNDELIVERABLE".equals(state(version)));
    }

    private static Received onlyMail(Uploaded version) {
        List<Received> mails = await("mail about " + version.job())
                .atMost(MAIL)
                .ignoreExceptions()
                .until(() -> Mails.about(version.job()), found -> !found.isEmpty());
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private VersionId versionId(Uploaded version) {
        return new VersionId(kept.id("select version_id as id from job where id = ?::uuid", version.job()));
    }

    private String state(Uploaded version) {
        return kept.text(
                        "select n.state as text from notice n join job j using (version_id) where j.id = ?::uuid",
                        version.job())
                .orElse("NONE");
    }

    private String messageId(Uploaded version) {
        return kept.text(
                        "select n.message_id as text from notice n join job j using (version_id) where j.id = ?::uuid",
                        version.job())
                .orElseThrow();
    }

    private long attempts(Uploaded version) {
        return kept.count(
                "select coalesce(max(n.attempts), 0)::bigint as count from notice n join job j using (version_id) where j.id = ?::uuid",
                version.job());
    }
}
