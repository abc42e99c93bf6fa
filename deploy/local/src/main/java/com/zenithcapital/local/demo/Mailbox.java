package com.zenithcapital.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the mail catcher holds for one address. */
final class Mailbox {

    /** A mail as its reader sees it. */
    record Mail(String id, String subject, String text) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(300);

    private final HttpClient http;
    private final URI messages;
    private final Set<String> known = new HashSet<>();

    Mailbox(HttpClient http, URI messages) {
        this.http = http;
        this.messages = messages;
    }

    /** What is there already is old. */
    void markRead() throws IOException, InterruptedException {
        mails().forEach(mail -> known.add(mail.id()));
    }

    /** The next mail that was not read yet. */
    Mail awaitNew() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            for (Mail mail : mails()) {
                if (known.add(mail.id())) {
                    return mail;
                }
            }
            Thread.sleep(POLL);
        }
        throw new DemoFailure("No mail came within %s: see %s".formatted(Narrator.seconds(LONGEST_WAIT), messages));
    }

    private List<Mail> mails() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(messages).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        List<Mail> mails = new ArrayList<>();
        // An address that never got a mail is unknown to GreenMail: 400 in this version, 404 in others.
        if (answer.statusCode() == 200) {
            for (JsonNode mail : JSON.readTree(answer.body())) {
                mails.add(new Mail(
                        mail.path("Message-ID").asText(mail.path("uid").asText()),
                        Mime.headerText(mail.path("subject").asText()),
                        Mime.plainText(mail.path("mimeMessage").asText())));
            }
        }
        return mails;
    }
}
