package com.zenithcapital.local.stack;

import static com.zenithcapital.local.stack.StackPlan.ANALYTICS_SERVICE;
import static com.zenithcapital.local.stack.StackPlan.CONTENT_SERVICE;
import static com.zenithcapital.local.stack.StackPlan.GATEWAY;
import static com.zenithcapital.local.stack.StackPlan.MODEL_FILE_SERVICE;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.Login;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Part;
import com.zenithcapital.local.part.ServicePart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes each part of a plan, and knows which part needs which. */
final class PartCatalogue {

    static final String DATABASE = "zenith";
    static final String BUCKET = "zenith-model-files";

    /** A part starts when all that it needs is ready. */
    private static final Map<String, Set<String>> NEEDS = Map.of(
            PostgresPart.NAME,
            Set.of(),
            KafkaPart.NAME,
            Set.of(),
            S3Part.NAME,
            Set.of(),
            MailPart.NAME,
            Set.of(),
            KeycloakPart.NAME,
            Set.of(PostgresPart.NAME),
            CONTENT_SERVICE,
            Set.of(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME),
            MODEL_FILE_SERVICE,
            Set.of(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME, S3Part.NAME, MailPart.NAME),
            ANALYTICS_SERVICE,
            Set.of(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME),
            GATEWAY,
            Set.of(KeycloakPart.NAME));

    private final StackPlan plan;
    private final PortTable ports;
    private final Installation installation;
    private final Secrets secrets;
    private final Binaries binaries;
    private final Path repository;

    PartCatalogue(StackPlan plan, Secrets secrets, Binaries binaries) {
        this.plan = plan;
        this.ports = plan.ports();
        this.installation = new Installation(plan.home());
        this.secrets = secrets;
        this.binaries = binaries;
        this.repository = Repository.root();
    }

    static Set<String> needsOf(String part) {
        return NEEDS.getOrDefault(part, Set.of());
    }

    /** The plan's parts, in the order of {@link StackPlan#ALL_PARTS}. */
    List<Part> parts() {
        return StackPlan.ALL_PARTS.stream()
                .filter(plan.parts()::contains)
                .map(this::make)
                .toList();
    }

    private Part make(String name) {
        return switch (name) {
            case PostgresPart.NAME -> postgres();
            case KafkaPart.NAME -> kafka();
            case KeycloakPart.NAME -> keycloak();
            case S3Part.NAME -> new S3Part(binaries, installation, ports.s3(), secrets.s3(), List.of(BUCKET));
            case MailPart.NAME -> new MailPart(binaries, installation, ports.smtp(), ports.mailRest());
            case CONTENT_SERVICE -> service(name, ports.contentService(), "128m");
            case MODEL_FILE_SERVICE -> service(name, ports.modelFileService(), "160m");
            case ANALYTICS_SERVICE -> service(name, ports.analyticsService(), "256m");
            case GATEWAY -> service(name, ports.gateway(), "128m");
            default -> throw new IllegalArgumentException("No part is called " + name);
        };
    }

    private PostgresPart postgres() {
        return new PostgresPart(
                binaries,
                installation,
                ports.postgres(),
                secrets.superuser(),
                List.of(
                        Login.owningSchema(DATABASE, "content", secrets.content()),
                        Login.owningSchema(DATABASE, "model_file", secrets.modelFile()),
                        Login.owningSchema(DATABASE, "analytics", secrets.analytics()),
                        keycloakLogin()));
    }

    private KafkaPart kafka() {
        int reached = plan.reachedAt(KafkaPart.NAME, ports.kafka());
        return new KafkaPart(binaries, installation, ports.kafkaPorts().advertising(reached));
    }

    private KeycloakPart keycloak() {
        return new KeycloakPart(
                binaries,
                installation,
                ports.keycloak(),
                ports.keycloakManagement(),
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/keycloak",
                keycloakLogin(),
                repository.resolve("deploy/realm/zenith-realm.json"),
                "http://127.0.0.1:" + ports.gateway(),
                secrets.keycloak());
    }

    private ServicePart service(String name, int port, String heap) {
        return new ServicePart(
                name,
                repository.resolve(name).resolve("target/quarkus-app"),
                installation,
                port,
                ports.managementOf(port),
                heap,
                new ServiceEnvironment(plan, secrets, repository).of(name));
    }

    /** Under a name of its own, which its log and its process are found by. */
    ServicePart anotherInstance(String service, int port, int managementPort) {
        return new ServicePart(
                service + "-" + port,
                repository.resolve(service).resolve("target/quarkus-app"),
                installation,
                port,
                managementPort,
                "128m",
                new ServiceEnvironment(plan, secrets, repository).of(service));
    }

    private Login keycloakLogin() {
        return Login.owningDatabase("keycloak", "keycloak", secrets.keycloakDatabase());
    }
}
