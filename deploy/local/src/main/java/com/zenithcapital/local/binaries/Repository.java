package com.zenithcapital.local.binaries;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checked-out source tree that this code belongs to. */
public final class Repository {

    private static final String PROPERTY = "zenith.home";

    private Repository() {}

    /**
     * The root of the tree: the system property {@code zenith.home} where it is set (surefire and the {@code zenith}
     * script set it), else the tree that this class was built in.
     *
     * @throws IllegalStateException when the class comes from elsewhere and the property is missing
     */
    public static Path root() {
        String named = System.getProperty(PROPERTY);
        Path start = named == null || named.isBlank() ? ownLocation() : Path.of(named);
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("deploy/local/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "No Zenith source tree at or above " + start + "; name one with -D" + PROPERTY + "=/path/to/zenith");
    }

    private static Path ownLocation() {
        try {
            return Path.of(Repository.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place this class was loaded from has no path", e);
        }
    }
}
