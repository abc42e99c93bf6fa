package com.zenithcapital.modelfile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SendFailureTest {

    @Test
    void aReplyOfFiveHundredAndSomethingIsForGood() {
        Throwable refused = new CompletionException(
                new SMTPException("recipient", 550, List.of("550 no such user ana@zenith.example"), true));

        assertThat(SendFailure.of(refused)).isEqualTo(new SendFailure("smtp 550", true));
    }

    @Test
    void aReplyOfFourHundredAndSomethingIsForNow() {
        Throwable busy = new SMTPException("recipient", 451, List.of("451 try later"), true);

        assertThat(SendFailure.of(busy)).isEqualTo(new SendFailure("smtp 451", false));
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
        Throwable invalid = new IllegalArgumentException("invalid email address");

        assertThat(SendFailure.of(invalid)).isEqualTo(new SendFailure("invalid address", true));
    }
}
