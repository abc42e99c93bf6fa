package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.FreePorts;
import com.zenithcapital.local.part.KafkaPorts;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Where everything listens, as offsets from one number, so that a second stack can stand beside the first. */
public record PortTable(int base) {

    public static final int DEFAULT_BASE = 8080;

    /** How many ports from the base on are the stack's. */
    static final int WIDTH = 29;

    private static final int MANAGEMENT = 10;
    /** Below the ports that Linux gives to clients, which come and go. */
    private static final int FIRST_EPHEMERAL = 32_768;

    private static final int FIRST_FREE = 10_000;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535;

    public PortTable {
        if (base < LOWEST || base + WIDTH > HIGHEST) {
            throw new IllegalArgumentException(
                    "The port base must be between " + LOWEST + " and " + (HIGHEST - WIDTH) + ", not " + base);
        }
    }

    /** Somewhere where all ports are free at this moment, for stacks of tests and training runs. */
    public static PortTable free() {
        return ThreadLocalRandom.current()
                .ints(FIRST_FREE, FIRST_EPHEMERAL - WIDTH)
                .filter(base -> IntStream.range(base, base + WIDTH).allMatch(FreePorts::isFree))
                .mapToObj(PortTable::new)
                .findFirst()
                .orElseThrow();
    }

    public int gateway() {
        return base;
    }

    public int contentService() {
        return base + 1;
    }

    public int modelFileService() {
        return base + 2;
    }

    public int analyticsService() {
        return base + 3;
    }

    /** Of one of the four services, given its own port. */
    public int managementOf(int servicePort) {
        return servicePort + MANAGEMENT;
    }

    public int keycloak() {
        return base + 20;
    }

    public int keycloakManagement() {
        return base + 21;
    }

    public int s3() {
        return base + 22;
    }

    public int smtp() {
        return base + 23;
    }

    public int mailRest() {
        return base + 24;
    }

    public int postgres() {
        return base + 25;
    }

    public int kafka() {
        return base + 26;
    }

    public int kafkaController() {
        return base + 27;
    }

    public int kafkaInternal() {
        return base + 28;
    }

    public KafkaPorts kafkaPorts() {
        return KafkaPorts.of(kafka(), kafkaController(), kafkaInternal());
    }
}
