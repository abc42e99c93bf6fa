package com.zenithcapital.platform.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an address has received, by GreenMail's REST interface.
 *
 * @param rest where GreenMail's interface is, for instance {@code http://127.0.0.1:8104}
 * @param address whose mail
 */
public record Mailbox(URI rest, String address) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * @param mime the whole message; GreenMail hands 8-bit bodies out as Latin-1, so decode it from those bytes
     */
    public record Mail(String messageId, String subject, String mime) {}

    /** Every mail, oldest first; none for an address that never got one. */
    public List<Mail> mails() {
        URI messages =
                rest.resolve("/api/user/%s/messages".formatted(URLEncoder.encode(address, StandardCharsets.UTF_8)));
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(messages)
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> read(answer.body());
                case 400, 404 -> List.of();
                default ->
                    throw new IllegalStateException(
                            "%s answered %d: %s".formatted(messages, answer.statusCode(), answer.body()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + messages, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the mail of " + address, e);
        }
    }

    private static List<Mail> read(String body) throws IOException {
        List<Mail> mails = new ArrayList<>();
        for (JsonNode message : JSON.readTree(body)) {
            mails.add(new Mail(
                    message.path("Message-ID").asText(message.path("messageId").asText()),
                    message.path("subject").asText(),
                    message.path("mimeMessage").asText()));
        }
        return mails;
    }
}
