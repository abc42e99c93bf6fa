package com.zenithcapital.system;

import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.part.FreePorts;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Key;
import com.zenithcapital.local.part.S3Part;
import com.zenithcapital.local.part.ServicePart;
import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.local.stack.PortTable;
import com.zenithcapital.local.stack.Progress;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.platform.proof.Bucket;
import com.zenithcapital.platform.proof.Mailbox;
import com.zenithcapital.platform.proof.Mailbox.Mail;
import com.zenithcapital.platform.proof.Rows;
import com.zenithcapital.platform.proof.S3Signature;
import com.zenithcapital.platform.proof.TcpProxy;
import com.zenithcapital.platform.proof.Victim;
import com.zenithcapital.system.ExpiredToken.ShortLived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whole stack, running from its packaged jars, with everything that a test reaches it by. The services reach Postgres
 * and Kafka through proxies, which pass everything on until a test says otherwise.
 */
public final class Zenith implements AutoCloseable {

    private static final Duration HEALTHY = Duration.ofSeconds(60);
    private static final Duration MAIL = Duration.ofSeconds(30);

    /** Tokens live for 15 minutes; Keycloak takes its time for each. */
    private static final Duration TOKEN_REUSE = Duration.ofMinutes(10);

    private final Stack stack;
    private final Map<String, TcpProxy> proxies;
    private final Path files;
    private final Map<String, KnownToken> tokens = new ConcurrentHashMap<>();
    private final Map<String, ShortLived> expired = new ConcurrentHashMap<>();

    private record KnownToken(String value, Instant since) {}

    private Zenith(Stack stack, Map<String, TcpProxy> proxies, Path files) {
        this.stack = stack;
        this.proxies = Map.copyOf(proxies);
        this.files = files;
    }

    /** Starts it, fresh, under this module's {@code target/}, on ports that nobody else uses. */
    public static Zenith start() {
        return start("zenith", Set.of(PostgresPart.NAME, KafkaPart.NAME), Map.of());
    }

    /**
     * The same beside others, for a test that needs it different.
     *
     * @param name of its folder under {@code target/}
     * @param proxied the parts that services reach through a proxy
     * @param settings environment variables of model-file-service
     */
    static Zenith start(String name, Set<String> proxied, Map<String, String> settings) {
        Path target = Path.of("target").toAbsolutePath();
        Path home = target.resolve(name);
        forget(home);
        StackPlan plan = StackPlan.at(home, FreePortBase.next());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            plan = plan.with(StackPlan.MODEL_FILE_SERVICE, setting.getKey(), setting.getValue());
        }
        Map<String, TcpProxy> proxies = new HashMap<>();
        for (String part : proxied) {
            proxies.put(part, TcpProxy.to(port(plan.ports(), part)));
        }
        for (Map.Entry<String, TcpProxy> proxy : proxies.entrySet()) {
            plan = plan.through(proxy.getKey(), proxy.getValue().port());
        }
        Stack stack = Stack.of(plan);
        long began = System.nanoTime();
        stack.up();
        Figures.report("the whole stack up, from nothing", "%.1f s".formatted((System.nanoTime() - began) / 1e9));
        try {
            return new Zenith(stack, proxies, Files.createDirectories(target.resolve("workbooks")));
        } catch (IOException e) {
            stack.down();
            throw new UncheckedIOException(e);
        }
    }

    private static int port(PortTable ports, String part) {
        return switch (part) {
            case PostgresPart.NAME -> ports.postgres();
            case KafkaPart.NAME -> ports.kafka();
            case S3Part.NAME -> ports.s3();
            case MailPart.NAME -> ports.smtp();
            default -> throw new IllegalArgumentException("No proxy can stand before " + part);
        };
    }

    /** What an earlier run left there, processes too if it was killed. */
    private static void forget(Path home) {
        Stack.lastAt(home).wipe(Progress.SILENT);
    }

    @Override
    public void close() {
        stack.down();
        proxies.values().forEach(TcpProxy::close);
    }

    // Where it is.

    /** The one door. */
    public URI gateway() {
        return URI.create(stack.part(StackPlan.GATEWAY).url());
    }

    /** Kafka's bootstrap address, past the proxy. */
    String kafka() {
        return "127.0.0.1:" + stack.ports().kafkaInternal();
    }

    /** The proxy by which the services reach this part. */
    TcpProxy proxy(String part) {
        return Objects.requireNonNull(proxies.get(part), part);
    }

    Path log(String part) {
        return stack.part(part).log();
    }

    long pid(String part) {
        return stack.part(part).pid();
    }

    // Who comes in.

    /** A caller without a token. */
    Api visitor() {
        return Api.at(gateway());
    }

    /** A caller with this user's token. */
    Api as(String user) {
        return visitor().as(token(user));
    }

    /** A caller without a token, at a service's own port. */
    Api main(String service) {
        return Api.at(URI.create(stack.part(service).url()));
    }

    /** A caller without a token, at a service's management port. */
    Api management(String service) {
        return Api.at(URI.create(stack.part(service).managementUrl().orElseThrow()));
    }

    public ModelDesk desk(String user) {
        return new ModelDesk(as(user));
    }

    /** A bearer token, as {@code ./zenith token} prints it. */
    public String token(String user) {
        return tokens.compute(
                        user,
                        (name, known) ->
                                known != null && known.since().plus(TOKEN_REUSE).isAfter(Instant.now())
                                        ? known
                                        : new KnownToken(stack.token(name), Instant.now()))
                .value();
    }

    /** The identity provider. */
    URI keycloak() {
        return URI.create(stack.part(KeycloakPart.NAME).url());
    }

    /** The password of its administrator. */
    String keycloakPassword() {
        return stack.secrets().keycloak().administrator();
    }

    /** A token that was good once. */
    String expiredToken(String user) {
        ShortLived token = expired.computeIfAbsent(
                user, name -> new ExpiredToken(keycloak(), keycloakPassword()).obtain(() -> stack.token(name)));
        await("the end of a token")
                .until(() -> Instant.now().isAfter(token.expiry().plusSeconds(1)));
        return token.token();
    }

    /** A further instance of a service beside the stack's, started; its caller stops it. */
    ServicePart anotherInstance(String service) {
        ServicePart instance = stack.anotherInstance(service, FreePorts.next(), FreePorts.next());
        instance.start();
        return instance;
    }

    // What it keeps.

    /** The tables of model-file-service, past the proxy. */
    Rows rows() {
        return rows("model_file");
    }

    /** The tables of another service, past the proxy, by its role. */
    Rows rows(String role) {
        String password =
                switch (role) {
                    case "model_file" -> stack.secrets().modelFile();
                    case "analytics" -> stack.secrets().analytics();
                    default -> throw new IllegalArgumentException("No test reads the tables of " + role);
                };
        return new Rows(
                "jdbc:postgresql://127.0.0.1:%d/zenith".formatted(stack.ports().postgres()), role, password);
    }

    Bucket bucket() {
        S3Key key = stack.secrets().s3();
        return new Bucket(
                URI.create(stack.part(S3Part.NAME).url()),
                "zenith-model-files",
                new S3Signature(key.id(), key.secret(), "us-east-1"));
    }

    Mailbox mailbox(String user) {
        return new Mailbox(
                URI.create(stack.part(MailPart.NAME).managementUrl().orElseThrow()), user + "@zenith.example");
    }

    /** Waits until a mail says this, and hands out all that do. */
    List<Mail> awaitMails(String user, String words) {
        return await("a mail with the words " + words)
                .atMost(MAIL)
                .until(
                        () -> mailbox(user).mails().stream()
                                .filter(mail -> MailText.of(mail).plain().contains(words))
                                .toList(),
                        mails -> !mails.isEmpty());
    }

    // What is done to it.

    void kill(String part) {
        stack.part(part).kill();
    }

    /** Stops a part as an operator does, and waits for its end. */
    void stop(String part) {
        stack.part(part).stop();
    }

    /** Starts a part that was killed or stopped. */
    void restart(String part) {
        stack.part(part).start();
    }

    void awaitHealthy() {
        for (Part part : stack.parts()) {
            await(part.name() + " to be healthy").atMost(HEALTHY).until(part::isHealthy);
        }
    }

    /** What each service has needed at most, so far. */
    public void reportResidentMemory() {
        for (String service : StackPlan.SERVICES) {
            long peak = Victim.of(pid(service)).peakResidentBytes().orElseThrow();
            Figures.report("peak resident memory of " + service, "%d MiB".formatted(peak >> 20));
        }
    }

    // What is sent to it.

    /** An honest workbook; made once, since a large one takes seconds. */
    public Path workbook(Size size, long seed) {
        return workbook(SampleWorkbook.of(size).withSeed(seed));
    }

    /** A tiny workbook with this trait. */
    Path workbook(Trait trait) {
        return workbook(SampleWorkbook.of(trait));
    }

    private synchronized Path workbook(SampleWorkbook sample) {
        Path file = files.resolve("%s-%s-%d.xlsx".formatted(sample.size(), sample.trait(), sample.seed()));
        if (!Files.exists(file)) {
            try {
                Path unfinished = files.resolve(file.getFileName() + ".unfinished");
                sample.writeTo(unfinished);
                Files.move(unfinished, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** A folder for files that a test makes itself. */
    public Path scratch() {
        return files;
    }
}
