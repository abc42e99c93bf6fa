package com.zenithcapital.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.platform.proof.Mailbox.Mail;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** What is to be seen of ana's uploads, in rows, mails and answers, whoever is alive. */
record Witness(Zenith zenith) {

    long offset(String path) {
        return zenith.as("ana").get(path).expect(200).json().path("offset").asLong();
    }

    long versions(Model model) {
        return zenith.rows().count("select count(*) from version where model_id = ?::uuid", model.id());
    }

    /** As its row has it. */
    String state(Job job) {
        return zenith.rows()
                .list("select state from job where id = ?::uuid", job.id())
                .getFirst();
    }

    List<Mail> mailsOf(Job job) {
        List<String> ids = zenith.rows().list("""
                select trim(both '<>' from notice.message_id) from notice
                join job on job.version_id = notice.version_id
                where job.id = ?::uuid
                """, job.id());
        return zenith.mailbox("ana").mails().stream()
                .filter(mail -> ids.contains(mail.messageId().replaceAll("[<>]", "")))
                .toList();
    }

    /** The first comparison of rows and objects that began after this time; missing while there is none. */
    JsonNode firstRunAfter(Instant time) {
        JsonNode runs = zenith.as("ada")
                .get("/api/v1/admin/reconciliations")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(runs.spliterator(), false)
                .filter(run -> run.path("found").isObject())
                .filter(run -> Instant.parse(run.path("startedAt").asText()).isAfter(time))
                .findFirst()
                .orElse(runs.path("none"));
    }
}
