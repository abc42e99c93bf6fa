package com.zenithcapital.system;

import com.zenithcapital.platform.proof.Conservation;
import com.zenithcapital.platform.proof.Ledger;
import com.zenithcapital.platform.proof.Mailbox.Mail;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.util.List;
import java.util.Optional;

/** The jobs of one model that the system answered 202 for, and where each must be found afterwards, once. */
record Accepted(Zenith zenith, Model model, List<Job> jobs) {

    private static final String JOBS = """
            select job.id from job join version on version.id = job.version_id
            where version.model_id = ?::uuid
            """;

    Accepted {
        jobs = List.copyOf(jobs);
    }

    /** How many have no verdict yet. */
    long undecided() {
        return zenith.rows().count("""
                select count(*) from job join version on version.id = job.version_id
                where version.model_id = ?::uuid and job.state in ('RECEIVED', 'PROCESSING')
                """, model.id());
    }

    /** One version row, one verdict, one object, one notice and one mail for each, and nothing else of this model. */
    Conservation conservation() {
        return Conservation.of(jobs.stream().map(Job::id).toList())
                .exactlyOnce("version", zenith.rows().ledger(JOBS, model.id()))
                .exactlyOnce(
                        "verdict", zenith.rows().ledger(JOBS + "and job.state in ('ACCEPTED', 'REJECTED')", model.id()))
                .exactlyOnce("object", Ledger.of(zenith.bucket()::objects, this::ownerOfObject))
                .exactlyOnce("notice", zenith.rows().ledger("""
                        select job.id from notice
                        join version on version.id = notice.version_id
                        join job on job.version_id = version.id
                        where version.model_id = ?::uuid and notice.state = 'SENT'
                        """, model.id()))
                .exactlyOnce("mail", Ledger.of(zenith.mailbox("ana")::mails, this::ownerOfMail));
    }

    private Optional<String> ownerOfObject(String key) {
        return first(JOBS + "and version.object_key::text = ?", model.id(), key.substring(key.lastIndexOf('/') + 1));
    }

    private Optional<String> ownerOfMail(Mail mail) {
        return first("""
                select job.id from notice
                join version on version.id = notice.version_id
                join job on job.version_id = version.id
                where version.model_id = ?::uuid and trim(both '<>' from notice.message_id) = ?
                """, model.id(), mail.messageId().replaceAll("[<>]", ""));
    }

    private Optional<String> first(String sql, Object... arguments) {
        return zenith.rows().list(sql, arguments).stream().findFirst();
    }
}
