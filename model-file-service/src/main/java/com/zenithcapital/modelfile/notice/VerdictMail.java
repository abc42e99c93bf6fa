package com.zenithcapital.modelfile.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.modelfile.notice.Notices.Due;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.modelfile.workbook.Inspection;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the mail about a verdict, as text and as HTML, and hands it to the mail server. */
@ApplicationScoped
class VerdictMail {

    private static final String JOB_HEADER = "X-Zenith-Job";

    private final Database database;
    private final ObjectMapper json;
    private final NoticeConfig config;

    VerdictMail(Database database, ObjectMapper json, NoticeConfig config) {
        this.database = database;
        this.json = json;
        this.config = config;
    }

    @CheckedTemplate(basePath = "notice")
    static final class Templates {

        static native MailTemplateInstance accepted(VerdictText verdict);

        static native MailTemplateInstance rejected(VerdictText verdict);

        static native MailTemplateInstance failed(VerdictText verdict);

        private Templates() {}
    }

    /** Comes back once the mail server has taken it, and throws if it has not in time. */
    void send(Due notice) {
        checkAddress(notice.recipient());
        VerdictText verdict = verdict(notice.version());
        MailTemplateInstance template =
                switch (notice.kind()) {
                    case ACCEPTED -> Templates.accepted(verdict);
                    case REJECTED -> Templates.rejected(verdict);
                    case FAILED -> Templates.failed(verdict);
                };
        Mail headers = new Mail()
                .addHeader("Message-ID", notice.messageId())
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader(JOB_HEADER, verdict.job().toString());
        template.mail(headers)
                .to(notice.recipient())
                .subject("%s: %s, version %d".formatted(outcome(notice.kind()), verdict.title(), verdict.version()))
                .send()
                .await()
                .atMost(config.sendTimeout());
    }

    /** As the mail client will; but there, a faulty address of the sender or a fault of ours looks the same. */
    private static void checkAddress(String recipient) {
        try {
            EmailAddress _ = new EmailAddress(recipient);
        } catch (IllegalArgumentException e) {
            throw new NoAddressException(e);
        }
    }

    private static String outcome(NoticeKind kind) {
        return switch (kind) {
            case ACCEPTED -> "Accepted";
            case REJECTED -> "Rejected";
            case FAILED -> "Not checked";
        };
    }

    /** By the primary keys of the four tables. */
    private VerdictText verdict(VersionId version) {
        return database.first("""
                        select m.id as model_id, m.title, v.number, v.filename, v.size, j.id as job_id,
                               j.reason_slug, j.reason_detail, j.reason_next_step, i.document
                        from version v
                        join model m on m.id = v.model_id
                        join job j on j.version_id = v.id
                        left join inspection i on i.version_id = v.id
                        where v.id = ?
                        """, this::text, version.value()).orElseThrow();
    }

    private VerdictText text(Row row) throws SQLException {
        Inspection inspection = inspection(row.optionalText("document"));
        UUID job = row.uuid("job_id");
        return new VerdictText(
                row.text("title"),
                row.integer("number"),
                row.text("filename"),
                row.number("size"),
                job,
                link("/api/v1/admin/jobs/%s".formatted(job)),
                link("/api/v1/admin/models/%s/versions/%d/inspection"
                        .formatted(row.uuid("model_id"), row.integer("number"))),
                inspection.totals(),
                VerdictText.firstSheets(inspection),
                VerdictText.firstFindings(inspection),
                row.optionalText("reason_slug").orElse(null),
                row.optionalText("reason_detail").orElse(null),
                row.optionalText("reason_next_step").orElse(null));
    }

    private URI link(String path) {
        return config.publicUrl().resolve(path);
    }

    private Inspection inspection(Optional<String> document) {
        if (document.isEmpty()) {
            return new Inspection(Inspection.Verdict.ACCEPTED, null, null, List.of(), List.of());
        }
        try {
            return json.readValue(document.get(), Inspection.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored inspection cannot be read", e);
        }
    }
}
