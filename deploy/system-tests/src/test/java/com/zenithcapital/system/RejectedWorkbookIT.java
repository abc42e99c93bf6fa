package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.platform.proof.Mailbox.Mail;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workbooks that must not pass, through the whole stack. */
@ExtendWith(SharedZenith.class)
class RejectedWorkbookIT {

    private static final Duration VERDICT_LIMIT = Duration.ofSeconds(30);

    private final Zenith zenith;

    RejectedWorkbookIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @Test
    void aMacroWorkbookIsRejectedWithAReasonThatItsAuthorCanActOn() {
        Model model = zenith.desk("ana").create("Model with a macro");

        Job job = zenith.desk("ana").upload(model, zenith.workbook(Trait.MACRO));
        Job judged = zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT);

        assertThat(judged.state()).isEqualTo("REJECTED");
        JsonNode reason = judged.json().path("reason");
        assertThat(reason.path("slug").asText()).isEqualTo("macro-not-allowed");
        assertThat(reason.path("detail").asText()).isNotBlank();
        assertThat(reason.path("nextStep").asText()).isNotBlank();
    }

    @Test
    void theMailNamesTheRuleAndTheNextStep() {
        Model model = zenith.desk("ana").create("Model with another macro");
        Job job = zenith.desk("ana").upload(model, zenith.workbook(Trait.MACRO));

        JsonNode reason =
                zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT).json().path("reason");
        List<Mail> mails = zenith.awaitMails("ana", model.title());

        assertThat(mails).hasSize(1);
        String text = MailText.of(mails.getFirst()).plain().replaceAll("\\s+", " ");
        assertThat(text)
                .contains("macro-not-allowed")
                .contains(reason.path("detail").asText())
                .contains(reason.path("nextStep").asText());
    }

    @Test
    void aRejectedWorkbookIsNeverListedPublishedOrHandedOut() {
        Model model = zenith.desk("ana").create("Model that stays in quarantine");
        Job job = zenith.desk("ana").upload(model, zenith.workbook(Trait.MACRO));
        zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT);

        Answer publish = zenith.desk("eddie").publish(model, 1);

        assertThat(publish.status()).as(publish.toString()).isEqualTo(409);
        assertThat(ModelDesk.publicSlugs(zenith.visitor())).doesNotContain(model.slug());
        zenith.as("rhea")
                .get("/api/v1/models/%s/versions/1/content".formatted(model.slug()))
                .expectProblem(404, "not-found");
        assertThat(zenith.as("ana").get(model.version(1) + "/content").status()).isIn(404, 409);
    }

    @Test
    void afterARejectionTheCorrectedWorkbookIsTheNextVersion() {
        Model model = zenith.desk("ana").create("Model that is corrected");
        Job rejected = zenith.desk("ana").upload(model, zenith.workbook(Trait.OLE_OBJECT));
        zenith.desk("ana").awaitVerdict(rejected, VERDICT_LIMIT);

        Job corrected = zenith.desk("ana").upload(model, zenith.workbook(Trait.HONEST));

        Job judged = zenith.desk("ana").awaitVerdict(corrected, VERDICT_LIMIT);
        assertThat(judged.state()).isEqualTo("ACCEPTED");
        assertThat(judged.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"HONEST", "EXTERNAL_LINK", "MACRO", "PDF"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyOtherBadWorkbookIsRejectedWithItsOwnRule(Trait trait) {
        Model model = zenith.desk("ana").create("Model with " + trait);
        Path workbook = zenith.workbook(trait);

        Job judged = zenith.desk("ana").awaitVerdict(zenith.desk("ana").upload(model, workbook), VERDICT_LIMIT);

        assertThat(judged.state()).isEqualTo("REJECTED");
        assertThat(judged.json().path("reason").path("slug").asText()).isEqualTo(trait.slug());
    }
}
