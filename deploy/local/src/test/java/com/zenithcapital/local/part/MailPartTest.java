package com.zenithcapital.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.binaries.Binaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailPartTest {

    private MailPart mail;

    @BeforeAll
    void startPart(@TempDir Path home) {
        List<Integer> ports = FreePorts.take(2);
        mail = new MailPart(Binaries.ofRepository(), new Installation(home), ports.get(0), ports.get(1));
        mail.start();
    }

    @AfterAll
    void stopPart() {
        mail.stop();
    }

    @Test
    void a_mail_sent_by_smtp_is_read_over_rest() throws Exception {
        // When
        send("ana@zenith.example", "Your model was checked");

        // Then
        assertThat(messagesOf("ana@zenith.example")).contains("Subject: Your model was checked");
    }

    @Test
    void a_part_that_was_killed_takes_mail_again_after_its_next_start() throws Exception {
        // Given
        mail.kill();

        // When
        mail.start();
        send("eddie@zenith.example", "After the crash");

        // Then
        assertThat(messagesOf("eddie@zenith.example")).contains("Subject: After the crash");
    }

    private String messagesOf(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(mail.messagesUrl(address)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private void send(String to, String subject) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mail.port());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            for (String line : List.of(
                    "",
                    "HELO test",
                    "MAIL FROM:<zenith@zenith.example>",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    "Subject: " + subject + "\r\n\r\nText\r\n.",
                    "QUIT")) {
                if (!line.isEmpty()) {
                    out.write(line + "\r\n");
                    out.flush();
                }
                assertThat(in.readLine()).matches("[23]\\d\\d.*");
            }
        }
    }
}
