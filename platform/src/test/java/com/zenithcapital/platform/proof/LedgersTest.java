package com.zenithcapital.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.FreePorts;
import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.Login;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Key;
import com.zenithcapital.local.part.S3Part;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each ledger against the real program that keeps it. */
class LedgersTest {

    @TempDir
    private Path home;

    @Test
    void rowsAreReadFromPostgresAndFailLoudly() {
        PostgresPart postgres = new PostgresPart(
                Binaries.ofRepository(),
                new Installation(home),
                FreePorts.next(),
                "superuser-of-this-test",
                List.of(Login.owningDatabase("proof", "proof", "password-of-this-test")));
        postgres.start();
        try {
            Rows rows = new Rows(postgres.jdbcUrl("proof"), "proof", "password-of-this-test");

            List<String> keys = rows.ledger("select key from (values ('a'), ('b'), ('b')) t (key) where key <> ?", "a")
                    .keys();

            assertThat(keys).containsExactly("b", "b");
            assertThat(rows.count("select count(*) from (values (1), (2)) t")).isEqualTo(2);
            assertThatThrownBy(() -> rows.list("select * from nowhere"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("select * from nowhere");
            assertThat(rows.toString()).doesNotContain("password");
        } finally {
            postgres.kill();
        }
    }

    @Test
    void aBucketListsMoreObjectsThanOnePageHolds() throws IOException {
        S3Key key = new S3Key("local-key", "local-secret");
        Installation installation = new Installation(home);
        S3Part s3 = new S3Part(Binaries.ofRepository(), installation, FreePorts.next(), key, List.of("bucket"));
        s3.start();
        try {
            for (int i = 0; i < 1_100; i++) {
                Files.writeString(installation.data("s3").resolve("bucket").resolve("object-" + i), "x");
            }
            URI endpoint = URI.create(s3.url());
            Bucket bucket = new Bucket(endpoint, "bucket", new S3Signature(key.id(), key.secret(), "us-east-1"));

            List<String> objects = bucket.objects();

            assertThat(objects).hasSize(1_100).doesNotHaveDuplicates().contains("object-0", "object-1099");
            assertThat(bucket.openUploads()).isEmpty();
            assertThatThrownBy(() -> new Bucket(endpoint, "bucket", new S3Signature("local-key", "wrong", "us-east-1"))
                            .objects())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("403");
        } finally {
            s3.kill();
        }
    }

    @Test
    void aMailboxHoldsEachMailOnceWithItsMessageId() throws IOException {
        List<Integer> ports = FreePorts.take(2);
        MailPart mail = new MailPart(Binaries.ofRepository(), new Installation(home), ports.get(0), ports.get(1));
        mail.start();
        try {
            Mailbox mailbox = new Mailbox(URI.create("http://127.0.0.1:" + ports.get(1)), "ana@zenith.example");
            assertThat(mailbox.mails()).isEmpty();
            send(ports.get(0), "ana@zenith.example", "<one@zenith.example>", "First");
            send(ports.get(0), "ana@zenith.example", "<two@zenith.example>", "Second");
            send(ports.get(0), "eddie@zenith.example", "<three@zenith.example>", "Another's");

            await().untilAsserted(() -> assertThat(mailbox.mails())
                    .extracting(Mailbox.Mail::messageId, Mailbox.Mail::subject)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("<one@zenith.example>", "First"),
                            org.assertj.core.groups.Tuple.tuple("<two@zenith.example>", "Second")));

            assertThat(mailbox.mails().getFirst().mime()).contains("the body of");
        } finally {
            mail.kill();
        }
    }

    private static void send(int smtp, String to, String messageId, String subject) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), smtp);
                Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.US_ASCII);
                Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            for (String line : List.of(
                    "HELO test",
                    "MAIL FROM:<zenith@zenith.example>",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    "Message-ID: %s\r\nSubject: %s\r\n\r\nthe body of %s\r\n.".formatted(messageId, subject, subject),
                    "QUIT")) {
                String unused = in.nextLine();
                out.write(line + "\r\n");
                out.flush();
            }
            String unused = in.nextLine();
        }
    }
}
