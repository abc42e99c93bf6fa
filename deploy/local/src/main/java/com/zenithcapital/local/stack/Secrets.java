package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.KeycloakSecrets;
import com.zenithcapital.local.part.S3Key;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords and keys of one installation: made at its first start, kept with the state that they
 * protect, readable by its owner only. */
public final class Secrets {

    private static final String SUPERUSER = "postgres.superuser";
    private static final String KEYCLOAK_DATABASE = "postgres.keycloak";
    private static final String CONTENT = "postgres.content";
    private static final String MODEL_FILE = "postgres.model-file";
    private static final String ANALYTICS = "postgres.analytics";
    private static final String KEYCLOAK_ADMINISTRATOR = "keycloak.administrator";
    private static final String GATEWAY_CLIENT = "keycloak.gateway-client";
    private static final String SESSIONS = "gateway.sessions";
    private static final String S3_ID = "s3.access-key-id";
    private static final String S3_SECRET = "s3.secret-access-key";

    private static final List<String> ALL = List.of(
            SUPERUSER,
            KEYCLOAK_DATABASE,
            CONTENT,
            MODEL_FILE,
            ANALYTICS,
            KEYCLOAK_ADMINISTRATOR,
            GATEWAY_CLIENT,
            SESSIONS,
            S3_ID,
            S3_SECRET);

    private static final int BYTES = 24;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Those of an installation; what it has not yet is made up, and lasts once it is {@link #keepIn kept}. */
    static Secrets of(Installation installation) {
        try {
            Properties values = read(file(installation));
            ALL.forEach(name -> values.putIfAbsent(name, random()));
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keepIn(Installation installation) {
        Path file = file(installation);
        try {
            if (!read(file).equals(values)) {
                write(file, values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String superuser() {
        return get(SUPERUSER);
    }

    public String keycloakDatabase() {
        return get(KEYCLOAK_DATABASE);
    }

    public String content() {
        return get(CONTENT);
    }

    public String modelFile() {
        return get(MODEL_FILE);
    }

    public String analytics() {
        return get(ANALYTICS);
    }

    public KeycloakSecrets keycloak() {
        return new KeycloakSecrets(get(KEYCLOAK_ADMINISTRATOR), get(GATEWAY_CLIENT));
    }

    /** What the gateway encrypts the cookies of sessions with. */
    String sessions() {
        return get(SESSIONS);
    }

    public S3Key s3() {
        return new S3Key(get(S3_ID), get(S3_SECRET));
    }

    private String get(String name) {
        return values.getProperty(name);
    }

    private static Path file(Installation installation) {
        return installation.data().resolve("secrets.properties");
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Properties read(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            }
        }
        return values;
    }

    private static void write(Path file, Properties values) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling("secrets.properties.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            values.store(out, "Made for this installation. They live and die with the data beside them.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
