package com.zenithcapital.analytics.origin;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is in the visitor's hand or on the desk. */
enum Device {
    DESKTOP,
    MOBILE,
    TABLET,
    TV,
    OTHER;

    private static final Pattern TELEVISION = Pattern.compile(
            "smart-?tv|smart tv|appletv|apple tv|googletv|android tv|hbbtv|netcast|web0s|webos\\.tv|bravia|roku|crkey|"
                    + "viera|aquosbrowser|tizen.{0,200}? tv|\\baft[a-z]{1,2}\\b|playstation|xbox|nintendo");
    private static final List<String> TABLETS = List.of("ipad", "tablet", "kindle", "silk/", "playbook");
    private static final List<String> PHONES = List.of(
            "mobi", "iphone", "ipod", "windows phone", "blackberry", "bb10", "opera mini", "kaios", "symbian", "phone");
    private static final Set<String> DESKTOPS = Set.of(
            "windows",
            "macos",
            "linux",
            "ubuntu",
            "debian",
            "fedora",
            "red hat",
            "suse",
            "freebsd",
            "openbsd",
            "netbsd",
            "solaris",
            "chrome os");

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param agent in small letters; system as {@link Agent#system()} has it, or empty */
    static Device of(String agent, String system) {
        if (TELEVISION.matcher(agent).find()) {
            return TV;
        }
        boolean phone = has(agent, PHONES);
        // Android's convention: a phone says "Mobile", a tablet does not.
        if (has(agent, TABLETS) || (agent.contains("android") && !phone)) {
            return TABLET;
        }
        if (phone) {
            return MOBILE;
        }
        return DESKTOPS.contains(system.toLowerCase(Locale.ROOT)) ? DESKTOP : OTHER;
    }

    private static boolean has(String agent, List<String> words) {
        return words.stream().anyMatch(agent::contains);
    }
}
