package com.zenithcapital.modelfile.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How uploaders are told. The mail server and the sender are {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "zenith.model-files.notice")
public interface NoticeConfig {

    /** Where readers of a mail reach this system, without a path. A wrong one makes every link in every mail wrong. */
    @WithDefault("http://127.0.0.1:8080")
    URI publicUrl();

    /** The right-hand side of the mails' Message-IDs: a domain of ours, so that nobody else makes the same ids. */
    @WithDefault("zenith.example")
    String messageIdDomain();

    /** How often unsent notices are looked for unasked. */
    @WithDefault("PT5S")
    Duration poll();

    /**
     * How long the mail server may take for one mail. One that accepts a mail and takes longer to say so gets it again,
     * with the same Message-ID.
     */
    @WithDefault("PT30S")
    Duration sendTimeout();

    /** The pause after the first failed attempt; each next one is twice as long, up to {@link #longestPause}. */
    @WithDefault("PT2S")
    Duration firstPause();

    @WithDefault("PT10M")
    Duration longestPause();

    /** How long a notice is tried before it is given up as undeliverable: SMTP's own habit (RFC 5321, 4.5.4.1). */
    @WithDefault("P5D")
    Duration giveUpAfter();
}
