package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what: each endpoint, each kind of caller, through the gateway and straight at the service's own port, since
 * the service is the one that decides.
 */
@ExtendWith(SharedZenith.class)
@TestInstance(Lifecycle.PER_CLASS)
class RolesIT {

    private static final Duration VERDICT_LIMIT = Duration.ofSeconds(60);
    private static final Set<String> NOBODY_KNOWN = Set.of("no token", "garbage", "tampered", "expired");
    private static final List<String> CALLERS =
            List.of("no token", "garbage", "tampered", "expired", "rhea", "ana", "eddie", "ada", "max");

    /** An endpoint: what it is called here, who is let in, and how it is tried with whose right it is. */
    private record Endpoint(String name, Set<String> allowed, boolean open, BiFunction<Api, String, Answer> attempt) {

        static Endpoint open(String name, BiFunction<Api, String, Answer> attempt) {
            return new Endpoint(name, Set.of("rhea", "ana", "eddie", "ada", "max"), true, attempt);
        }

        static Endpoint only(String name, Set<String> allowed, BiFunction<Api, String, Answer> attempt) {
            return new Endpoint(name, allowed, false, attempt);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Set<String> READERS = Set.of("rhea", "max");
    private static final Set<String> ANALYSTS = Set.of("ana", "max");
    private static final Set<String> EDITORS = Set.of("eddie", "max");
    private static final Set<String> ADMINS = Set.of("ada", "max");
    private static final Set<String> ANALYSTS_AND_EDITORS = Set.of("ana", "eddie", "max");

    private static final String UPLOADS = "/api/v1/admin/uploads";

    private final Zenith zenith;
    private final AtomicInteger unique = new AtomicInteger();
    private Model published;
    private Model revised;
    private Job job;

    RolesIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @BeforeAll
    void oneModelIsPublished() {
        ModelDesk ana = zenith.desk("ana");
        published = ana.create("Model for the table of roles");
        job = ana.awaitVerdict(ana.upload(published, zenith.workbook(Trait.HONEST)), VERDICT_LIMIT);
        assertThat(job.state()).isEqualTo("ACCEPTED");
        Answer publish = zenith.desk("eddie").publish(published, 1);
        assertThat(publish.status()).as(publish.toString()).isLessThan(300);
    }

    @BeforeAll
    void anotherHasTwoPublicVersions() {
        ModelDesk ana = zenith.desk("ana");
        revised = ana.create("Revised model for the table of roles");
        for (int version = 1; version <= 2; version++) {
            Job judged =
                    ana.awaitVerdict(ana.upload(revised, zenith.workbook(Size.TINY, 7_000 + version)), VERDICT_LIMIT);
            assertThat(judged.state()).isEqualTo("ACCEPTED");
            zenith.desk("eddie").publish(revised, version).expect(200);
        }
    }

    private List<Endpoint> endpoints() {
        String model = "/api/v1/models/" + published.slug();
        String version = model + "/versions/1";
        String admin = "/api/v1/admin/models/" + published.id();
        Path another = zenith.workbook(Size.TINY, 7_000);
        return List.of(
                Endpoint.open("GET models", (api, who) -> api.get("/api/v1/models")),
                Endpoint.open("GET models/{slug}", (api, who) -> api.get(model)),
                Endpoint.open("GET versions", (api, who) -> api.get(model + "/versions")),
                Endpoint.open("GET versions/{n}", (api, who) -> api.get(version)),
                Endpoint.open("GET sheets", (api, who) -> api.get(version + "/sheets")),
                Endpoint.open("GET rows", (api, who) -> api.get(version + "/sheets/0/rows")),
                Endpoint.only("GET content", READERS, (api, who) -> api.get(version + "/content")),
                Endpoint.only(
                        "GET diff",
                        READERS,
                        (api, who) -> api.get("/api/v1/models/" + revised.slug() + "/versions/2/diff")),
                Endpoint.only(
                        "GET admin diff", ANALYSTS_AND_EDITORS, (api, who) -> api.get(revised.version(2) + "/diff")),
                Endpoint.only("GET admin/models", ANALYSTS_AND_EDITORS, (api, who) -> api.get("/api/v1/admin/models")),
                Endpoint.only("GET admin/models/{id}", ANALYSTS_AND_EDITORS, (api, who) -> api.get(admin)),
                Endpoint.only("GET admin versions", ANALYSTS_AND_EDITORS, (api, who) -> api.get(admin + "/versions")),
                Endpoint.only(
                        "GET inspection",
                        ANALYSTS_AND_EDITORS,
                        (api, who) -> api.get(admin + "/versions/1/inspection")),
                Endpoint.only(
                        "GET admin content",
                        ANALYSTS_AND_EDITORS,
                        (api, who) -> api.get(admin + "/versions/1/content")),
                Endpoint.only("GET reconciliations", ADMINS, (api, who) -> api.get("/api/v1/admin/reconciliations")),
                Endpoint.only("GET jobs/{id}", ANALYSTS_AND_EDITORS, (api, who) -> api.get(job.path())),
                Endpoint.only(
                        "GET jobs/{id}/events", ANALYSTS_AND_EDITORS, (api, who) -> api.get(job.path() + "/events")),
                Endpoint.only(
                        "POST admin/models",
                        ANALYSTS,
                        (api, who) ->
                                api.post("/api/v1/admin/models", Map.of("title", "Role " + unique.incrementAndGet()))),
                Endpoint.only(
                        "POST versions",
                        ANALYSTS,
                        (api, who) -> api.with("Content-Type", ModelDesk.SPREADSHEET)
                                .send("POST", uploadTargetOf(who) + "/versions", file(another))),
                Endpoint.only(
                        "OPTIONS uploads",
                        ANALYSTS,
                        (api, who) -> api.send("OPTIONS", UPLOADS, BodyPublishers.noBody())),
                Endpoint.only("POST uploads", ANALYSTS, (api, who) -> beginUpload(api)),
                Endpoint.only("GET uploads/{id}", ANALYSTS, (api, who) -> api.get(uploadOf(who))),
                Endpoint.only(
                        "DELETE uploads/{id}",
                        ANALYSTS,
                        (api, who) -> api.with("Tus-Resumable", "1.0.0")
                                .send("DELETE", uploadOf(who), BodyPublishers.noBody())),
                Endpoint.only("POST publish", EDITORS, (api, who) -> api.post(publishTargetOf(who))),
                Endpoint.only("POST withdraw", EDITORS, (api, who) -> api.post(withdrawTargetOf(who))));
    }

    private Stream<Arguments> table() {
        return endpoints().stream()
                .flatMap(endpoint -> CALLERS.stream()
                        .flatMap(caller ->
                                Stream.of("gateway", "service").map(door -> Arguments.of(endpoint, caller, door))));
    }

    @ParameterizedTest(name = "{0} as {1} through the {2}")
    @MethodSource("table")
    void letsInWhoMayAndNobodyElse(Endpoint endpoint, String caller, String door) {
        Api api = door.equals("gateway") ? zenith.visitor() : zenith.main("model-file-service");

        Answer answer = endpoint.attempt().apply(identified(api, caller), caller);

        if ((caller.equals("no token") && endpoint.open()) || endpoint.allowed().contains(caller)) {
            assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        } else if (NOBODY_KNOWN.contains(caller)) {
            answer.expectProblem(401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        } else {
            answer.expectProblem(403, "forbidden");
        }
    }

    private Api identified(Api api, String caller) {
        return switch (caller) {
            case "no token" -> api;
            case "garbage" -> api.as("not-a-token");
            case "tampered" -> api.as(tampered(zenith.token("max")));
            case "expired" -> api.as(zenith.expiredToken("max"));
            default -> api.as(zenith.token(caller));
        };
    }

    /** The same claims under a signature of which one character differs. */
    private static String tampered(String token) {
        int middle = token.length() - 100;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    /** Somebody who may act gets a target of the own, so that no row of the table depends on another. */
    private String uploadTargetOf(String who) {
        return "/api/v1/admin/models/" + (ANALYSTS.contains(who) ? newModel(who).id() : published.id());
    }

    private Answer beginUpload(Api api) {
        String model = Base64.getEncoder().encodeToString(published.id().getBytes(US_ASCII));
        return api.with("Tus-Resumable", "1.0.0")
                .with("Upload-Length", "1000")
                .with("Upload-Metadata", "modelId " + model)
                .send("POST", UPLOADS, BodyPublishers.noBody());
    }

    /** An upload is its owner's: who may have one gets one, everybody else is refused before it is looked for. */
    private String uploadOf(String who) {
        return ANALYSTS.contains(who)
                ? beginUpload(zenith.as(who)).expect(201).header("Location").orElseThrow()
                : UPLOADS + "/00000000-0000-7000-8000-000000000000";
    }

    private String publishTargetOf(String who) {
        return (EDITORS.contains(who) ? acceptedModel() : published).version(1) + "/publish";
    }

    private String withdrawTargetOf(String who) {
        Model target = published;
        if (EDITORS.contains(who)) {
            target = acceptedModel();
            zenith.desk("eddie").publish(target, 1);
        }
        return target.version(1) + "/withdraw";
    }

    private Model newModel(String who) {
        return zenith.desk(who).create("Role target " + unique.incrementAndGet());
    }

    private Model acceptedModel() {
        ModelDesk ana = zenith.desk("ana");
        Model model = newModel("ana");
        Job judged = ana.awaitVerdict(ana.upload(model, zenith.workbook(Trait.HONEST)), VERDICT_LIMIT);
        assertThat(judged.state()).isEqualTo("ACCEPTED");
        return model;
    }

    private static java.net.http.HttpRequest.BodyPublisher file(Path path) {
        try {
            return BodyPublishers.ofFile(path);
        } catch (FileNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
