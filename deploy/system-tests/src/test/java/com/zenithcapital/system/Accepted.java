package com.zenithcapital.system;

import static java.util.stream.Collectors.toMap;

import com.zenithcapital.platform.proof.Conservation;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        return conservationBesidesMails().exactlyOnce("mail", this::jobsOfMails);
    }

    /** The same, when a mail may have gone out again. */
    Conservation conservationBesidesMails() {
        return Conservation.of(jobs.stream().map(Job::id).toList())
                .exactlyOnce("version", zenith.rows().ledger(JOBS, model.id()))
                .exactlyOnce(
                        "verdict", zenith.rows().ledger(JOBS + "and job.state in ('ACCEPTED', 'REJECTED')", model.id()))
                .exactlyOnce("object", this::jobsOfObjects)
                .exactlyOnce("notice", zenith.rows().ledger("""
                        select job.id from notice
                        join version on version.id = notice.version_id
                        join job on job.version_id = version.id
                        where version.model_id = ?::uuid and notice.state = 'SENT'
                        """, model.id()));
    }

    private List<String> jobsOfObjects() {
        Map<String, String> owners = owners("""
                select version.object_key || ' ' || job.id from job join version on version.id = job.version_id
                where version.model_id = ?::uuid
                """);
        return keys(zenith.bucket().objects().stream().map(key -> key.substring(key.lastIndexOf('/') + 1)), owners);
    }

    private List<String> jobsOfMails() {
        Map<String, String> owners = owners("""
                select trim(both '<>' from notice.message_id) || ' ' || job.id from notice
                join version on version.id = notice.version_id
                join job on job.version_id = version.id
                where version.model_id = ?::uuid
                """);
        return keys(
                zenith.mailbox("ana").mails().stream()
                        .map(mail -> mail.messageId().replaceAll("[<>]", "")),
                owners);
    }

    /** What this model's jobs own, in one query: a connection for each of the bucket's objects would take seconds. */
    private Map<String, String> owners(String pairs) {
        return zenith.rows().list(pairs, model.id()).stream()
                .map(pair -> pair.split(" "))
                .collect(toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<String> keys(Stream<String> owned, Map<String, String> owners) {
        return owned.filter(owners::containsKey).map(owners::get).toList();
    }
}
