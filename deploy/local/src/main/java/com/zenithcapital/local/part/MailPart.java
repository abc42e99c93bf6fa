package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.AotCache;
import com.zenithcapital.local.binaries.Binaries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A mail catcher (GreenMail): takes every mail by SMTP, delivers none, shows them over REST. It keeps them in memory:
 * mails are gone after a restart, as a mail that left the house is.
 */
public final class MailPart implements Part {

    public static final String NAME = "mail";

    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Binaries binaries;
    private final AotCache cache;
    private final Path directory;
    private final PartPort smtp;
    private final PartPort rest;
    private final PartProcess process;

    public MailPart(Binaries binaries, Installation installation, int smtpPort, int restPort) {
        this.binaries = binaries;
        this.cache = binaries.aotCache("greenmail");
        this.directory = installation.data(NAME);
        this.smtp = new PartPort("SMTP", smtpPort);
        this.rest = new PartPort("mail REST", restPort);
        this.process = new PartProcess(NAME, installation);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<PartPort> ports() {
        return List.of(smtp, rest);
    }

    @Override
    public String url() {
        return "smtp://" + smtp.address();
    }

    /** The REST interface. */
    @Override
    public Optional<String> managementUrl() {
        return Optional.of(rest.http());
    }

    /** Where the mails to an address are listed, as JSON with the MIME text of each. */
    public String messagesUrl(String address) {
        return rest.http() + "/api/user/" + address + "/messages";
    }

    @Override
    public Path log() {
        return process.log();
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        process.spawn(
                JavaCommand.withHeap("96m")
                        .cache(cache)
                        // Either a port or one of GreenMail's set-ups starts SMTP: both would start it twice.
                        .property("greenmail.smtp.hostname", "127.0.0.1")
                        .property("greenmail.smtp.port", smtp.number())
                        .property("greenmail.api.hostname", "127.0.0.1")
                        .property("greenmail.api.port", rest.number())
                        .property("greenmail.auth.disabled", "")
                        .mainClass(
                                binaries.greenmailClassPath(),
                                "com.icegreen.greenmail.standalone.GreenMailStandaloneRunner"),
                directory,
                Map.of());
        process.awaitReady(READY, this::isHealthy);
    }

    @Override
    public void stop() {
        process.stop("TERM", cache.endsWithin(STOP));
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean isHealthy() {
        return Sockets.accepts(smtp.number()) && HttpProbe.answersOk(rest.http() + "/api/service/readiness");
    }

    @Override
    public OptionalLong pidIfRunning() {
        return process.pid();
    }
}
