package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Part;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to start, and how it differs from the usual: system tests and benchmarks ask for proxies and settings.
 *
 * @param proxies per part, the port of 127.0.0.1 by which the services reach it, in place of the part's own
 * @param settings per service, environment variables beside the usual ones, or in their place
 * @param parts names of the parts to start
 */
public record StackPlan(
        Path home,
        PortTable ports,
        Map<String, Integer> proxies,
        Map<String, Map<String, String>> settings,
        Set<String> parts) {

    public static final String CONTENT_SERVICE = "content-service";
    public static final String MODEL_FILE_SERVICE = "model-file-service";
    public static final String ANALYTICS_SERVICE = "analytics-service";
    public static final String GATEWAY = "gateway";

    /** In the order in which people read about them: what is below stands first. */
    public static final List<String> ALL_PARTS = List.of(
            PostgresPart.NAME,
            KafkaPart.NAME,
            KeycloakPart.NAME,
            S3Part.NAME,
            MailPart.NAME,
            CONTENT_SERVICE,
            MODEL_FILE_SERVICE,
            ANALYTICS_SERVICE,
            GATEWAY);

    public static final List<String> SERVICES =
            List.of(CONTENT_SERVICE, MODEL_FILE_SERVICE, ANALYTICS_SERVICE, GATEWAY);

    private static final Set<String> BEHIND_A_PROXY =
            Set.of(PostgresPart.NAME, KafkaPart.NAME, S3Part.NAME, MailPart.NAME);

    public StackPlan {
        home = new Installation(home).home();
        proxies = Map.copyOf(proxies);
        settings = Map.copyOf(settings);
        parts = Set.copyOf(parts);
        requireKnown(parts, Set.copyOf(ALL_PARTS), "part");
        requireKnown(proxies.keySet(), BEHIND_A_PROXY, "part that can be behind a proxy");
        requireKnown(settings.keySet(), Set.copyOf(SERVICES), "service");
    }

    /** Everything, as it usually is. */
    public static StackPlan at(Path home, int portBase) {
        return new StackPlan(home, new PortTable(portBase));
    }

    public StackPlan(Path home, PortTable ports) {
        this(home, ports, Map.of(), Map.of(), Set.copyOf(ALL_PARTS));
    }

    /**
     * The services reach this part ({@code postgres}, {@code kafka}, {@code s3} or {@code mail}) by a proxy's port. The
     * proxy's target is the part's own {@link com.zenithcapital.local.part.Part#port()}. The launcher goes past it.
     */
    public StackPlan through(String part, int proxyPort) {
        Map<String, Integer> all = new HashMap<>(proxies);
        all.put(part, proxyPort);
        return new StackPlan(home, ports, all, settings, parts);
    }

    /** One more environment variable for a service. */
    public StackPlan with(String service, String variable, String value) {
        Map<String, Map<String, String>> all = new HashMap<>(settings);
        Map<String, String> ofService = new HashMap<>(all.getOrDefault(service, Map.of()));
        ofService.put(variable, value);
        all.put(service, Map.copyOf(ofService));
        return new StackPlan(home, ports, proxies, all, parts);
    }

    /** These parts and no other. */
    public StackPlan only(String... names) {
        return new StackPlan(home, ports, proxies, settings, Set.of(names));
    }

    /** The port by which services reach a part. */
    int reachedAt(String part, int ownPort) {
        return proxies.getOrDefault(part, ownPort);
    }

    private static void requireKnown(Set<String> names, Set<String> known, String what) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("No " + what + " is called " + name + "; there are "
                        + known.stream().sorted().toList());
            }
        }
    }
}
