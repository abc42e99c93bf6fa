package com.zenithcapital.modelfile.notice;

import com.zenithcapital.modelfile.notice.Notices.Due;
import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.platform.polling.PollingLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Carries notices out, one at a time. What the mail server refuses for good is recorded as undeliverable, everything else is
 * tried again. Killed between the server's yes and our note of it, the same mail goes out once more, under the same
 * Message-ID: that is all SMTP lets us promise.
 */
@ApplicationScoped
class NoticeSender {

    private static final Logger LOG = Logger.getLogger(NoticeSender.class);

    private final Notices notices;
    private final VerdictMail mail;
    private final MeterRegistry metrics;
    private final PollingLoop loop;

    NoticeSender(Notices notices, VerdictMail mail, NoticeConfig config, RoleConfig role, MeterRegistry metrics) {
        this.notices = notices;
        this.mail = mail;
        this.metrics = metrics;
        this.loop = new PollingLoop("notice", role.role().works() ? 1 : 0, config.poll(), this::takeOne);
    }

    /** There is something to send. */
    void wake() {
        loop.wake();
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private boolean takeOne() {
        Optional<Due> due = notices.claim();
        due.ifPresent(notice -> notice.origin().around(() -> send(notice)));
        return due.isPresent();
    }

    private void send(Due notice) {
        try {
            mail.send(notice);
        } catch (RuntimeException e) {
            failed(notice, SendFailure.of(e));
            return;
        }
        notices.sent(notice);
        count(notice, "sent");
        LOG.infof("notice sent event=%s kind=%s", notice.eventId(), notice.kind());
    }

    private void failed(Due notice, SendFailure failure) {
        if (failure.isPermanent() || notice.isLast()) {
            notices.giveUp(notice, failure.reason());
            count(notice, "undeliverable");
            LOG.errorf("notice given up event=%s reason=%s", notice.eventId(), failure.reason());
        } else {
            notices.postpone(notice, failure.reason());
            count(notice, "postponed");
            LOG.warnf("notice postponed event=%s reason=%s", notice.eventId(), failure.reason());
        }
    }

    private void count(Due notice, String outcome) {
        metrics.counter("zenith.notices", "kind", notice.kind().name(), "outcome", outcome)
                .increment();
    }
}
