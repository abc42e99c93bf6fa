package com.zenithcapital.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.platform.id.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest {

    @Inject
    Inbox inbox;

    @Test
    void anEventIsFirstOnce() {
        UUID event = Ids.next();

        boolean first = isFirst("notice", event);
        boolean second = isFirst("notice", event);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    @Test
    void eachConsumerTakesAnEventForItself() {
        UUID event = Ids.next();
        isFirst("notice", event);

        boolean first = isFirst("audit", event);

        assertThat(first).isTrue();
    }

    @Test
    void anEventWhoseEffectWasRolledBackIsFirstAgain() {
        UUID event = Ids.next();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    inbox.isFirst("notice", event);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        boolean first = isFirst("notice", event);

        assertThat(first).isTrue();
    }

    @Test
    void ofDeliveriesAtTheSameTimeOneIsFirst() throws Exception {
        UUID event = Ids.next();
        try (ExecutorService consumers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> delivery = () -> isFirst("notice", event);

            long firsts = consumers
                    .invokeAll(IntStream.range(0, 6).mapToObj(i -> delivery).toList())
                    .stream()
                    .filter(Future::resultNow)
                    .count();

            assertThat(firsts).isEqualTo(1);
        }
    }

    @Test
    void withoutATransactionItRefuses() {
        assertThatThrownBy(() -> inbox.isFirst("notice", Ids.next())).isInstanceOf(TransactionalException.class);
    }

    private boolean isFirst(String consumer, UUID event) {
        return QuarkusTransaction.requiringNew().call(() -> inbox.isFirst(consumer, event));
    }
}
