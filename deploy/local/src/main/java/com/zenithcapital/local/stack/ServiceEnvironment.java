package com.zenithcapital.local.stack;

import static com.zenithcapital.local.stack.StackPlan.ANALYTICS_SERVICE;
import static com.zenithcapital.local.stack.StackPlan.CONTENT_SERVICE;
import static com.zenithcapital.local.stack.StackPlan.GATEWAY;
import static com.zenithcapital.local.stack.StackPlan.MODEL_FILE_SERVICE;

import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Key;
import com.zenithcapital.local.part.S3Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What each service is told: the addresses and secrets of the parts around it. */
final class ServiceEnvironment {

    private static final String LOOPBACK = "127.0.0.1:";

    private final StackPlan plan;
    private final PortTable ports;
    private final Secrets secrets;
    private final Path repository;

    ServiceEnvironment(StackPlan plan, Secrets secrets, Path repository) {
        this.plan = plan;
        this.ports = plan.ports();
        this.secrets = secrets;
        this.repository = repository;
    }

    Map<String, String> of(String service) {
        Map<String, String> all = new HashMap<>();
        all.put("QUARKUS_OIDC_AUTH_SERVER_URL", http(ports.keycloak()) + "/realms/" + KeycloakPart.REALM);
        switch (service) {
            case CONTENT_SERVICE -> {
                all.putAll(stores("content", secrets.content()));
                all.put("ZENITH_CONTENT_PUBLIC_URL", http(ports.gateway()));
                all.put("ZENITH_CONTENT_PREVIEW_BASE_URL", http(ports.gateway()));
            }
            case MODEL_FILE_SERVICE -> {
                all.putAll(stores("model_file", secrets.modelFile()));
                all.putAll(files());
            }
            case ANALYTICS_SERVICE -> {
                all.putAll(stores("analytics", secrets.analytics()));
                all.put("ZENITH_ANALYTICS_SITES", sites());
            }
            case GATEWAY -> {
                all.putAll(upstreams());
                all.putAll(sessions());
            }
            default -> throw new IllegalArgumentException("No service is called " + service);
        }
        all.putAll(plan.settings().getOrDefault(service, Map.of()));
        return all;
    }

    private Map<String, String> stores(String role, String password) {
        int postgres = plan.reachedAt(PostgresPart.NAME, ports.postgres());
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + LOOPBACK + postgres + "/" + PartCatalogue.DATABASE,
                "QUARKUS_DATASOURCE_USERNAME",
                role,
                "QUARKUS_DATASOURCE_PASSWORD",
                password,
                "KAFKA_BOOTSTRAP_SERVERS",
                LOOPBACK + plan.reachedAt(KafkaPart.NAME, ports.kafka()));
    }

    private Map<String, String> files() {
        S3Key key = secrets.s3();
        Path workbooks = new Installation(plan.home()).run().resolve("workbooks");
        return Map.of(
                "QUARKUS_S3_ENDPOINT_OVERRIDE",
                http(plan.reachedAt(S3Part.NAME, ports.s3())),
                "QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID",
                key.id(),
                "QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY",
                key.secret(),
                "ZENITH_MODEL_FILES_NOTICE_PUBLIC_URL",
                http(ports.gateway()),
                "ZENITH_MODEL_FILES_BUCKET",
                PartCatalogue.BUCKET,
                "QUARKUS_MAILER_HOST",
                "127.0.0.1",
                "QUARKUS_MAILER_PORT",
                Integer.toString(plan.reachedAt(MailPart.NAME, ports.smtp())),
                // The catcher is on this machine: what does not answer by then never will, and is tried again.
                "ZENITH_MODEL_FILES_NOTICE_SEND_TIMEOUT",
                "PT10S",
                "ZENITH_MODEL_FILES_WORKBOOK_COMMAND",
                workbookCommand(),
                // Its default is below the machine's /tmp, which another user's stack may have been first in.
                "ZENITH_MODEL_FILES_WORKBOOK_DIRECTORY",
                workbooks.toString());
    }

    private Map<String, String> upstreams() {
        return Map.of(
                "ZENITH_GATEWAY_CONTENT_URL",
                http(ports.contentService()),
                "ZENITH_GATEWAY_MODEL_FILE_URL",
                http(ports.modelFileService()),
                "ZENITH_GATEWAY_ANALYTICS_URL",
                http(ports.analyticsService()),
                // A load test on this machine may be many callers.
                "ZENITH_GATEWAY_TRUSTED_PROXIES",
                "127.0.0.0/8,::1/128");
    }

    private Map<String, String> sessions() {
        return Map.of(
                "ZENITH_GATEWAY_SESSION_CLIENT_SECRET",
                secrets.keycloak().gatewayClient(),
                "ZENITH_GATEWAY_SESSION_SECRET",
                secrets.sessions(),
                "ZENITH_GATEWAY_SESSION_ORIGINS",
                String.join(",", http(ports.gateway()), "http://localhost:" + ports.gateway()));
    }

    /** Whose pages may send events: what is served by this gateway, and the site that the examples are of. */
    private String sites() {
        return String.join(
                ",",
                http(ports.gateway()),
                "http://localhost:" + ports.gateway(),
                "https://zenith.example",
                "https://www.zenith.example");
    }

    private String workbookCommand() {
        return WorkbookEngine.command(repository).stream()
                .map(ServiceEnvironment::listElement)
                .collect(Collectors.joining(","));
    }

    /** A comma inside an element of a list property is written with a backslash before it. */
    private static String listElement(String word) {
        return word.replace(",", "\\,");
    }

    private static String http(int port) {
        return "http://" + LOOPBACK + port;
    }
}
