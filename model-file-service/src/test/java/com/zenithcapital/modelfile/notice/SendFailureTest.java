package com.zenithcapital.modelfile.notice;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendFailureTest {

    /** What the real client makes of a server's refusal, with and without pipelining. */
    @ParameterizedTest
    @CsvSource({
        "MAIL FROM, 550, false",
        "RCPT TO,   550, true",
        "RCPT TO,   451, false",
        "RCPT TO,   530, false",
        "DATA,      554, false",
        "'.',       550, false"
    })
    void onlyARecipientThatIsRefusedIsForGood(String refused, int code, boolean isPermanent) throws Exception {
        for (boolean pipelining : new boolean[] {true, false}) {
            assertThat(SendFailure.of(refusal(refused, code, pipelining)))
                    .isEqualTo(new SendFailure("smtp " + code, isPermanent));
        }
    }

    @Test
    void aSignInThatIsRefusedIsForNow() {
        Throwable key = new SMTPException("AUTH", 535, List.of("535 authentication failed"), true);

        assertThat(SendFailure.of(key)).isEqualTo(new SendFailure("smtp 535", false));
    }

    @Test
    void aServerThatIsAwayIsForNow() {
        Throwable away = new CompletionException(new ConnectException("Connection refused"));

        assertThat(SendFailure.of(away)).isEqualTo(new SendFailure("ConnectException", false));
    }

    @Test
    void aServerThatIsTooSlowIsForNow() {
        assertThat(SendFailure.of(new TimeoutException())).isEqualTo(new SendFailure("timeout", false));
    }

    @Test
    void anAddressThatIsNoneIsForGood() {
        Throwable invalid = new NoAddressException(new IllegalArgumentException("invalid email address"));

        assertThat(SendFailure.of(invalid)).isEqualTo(new SendFailure("invalid address", true));
    }

    @Test
    void aFaultOfOursIsForNow() {
        Throwable sender = new IllegalArgumentException("invalid email address");

        assertThat(SendFailure.of(sender)).isEqualTo(new SendFailure("IllegalArgumentException", false));
    }

    private static Throwable refusal(String command, int code, boolean pipelining) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (RefusingSmtpServer server = new RefusingSmtpServer(command, code, pipelining)) {
            MailClient client = MailClient.create(
                    vertx, new MailConfig().setHostname("127.0.0.1").setPort(server.port()));
            MailMessage mail = new MailMessage(
                    "models@zenith.example", "ana@zenith.example", "Accepted", "A workbook was accepted.");
            return catchThrowable(() -> client.sendMail(mail)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, SECONDS));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
        }
    }
}
