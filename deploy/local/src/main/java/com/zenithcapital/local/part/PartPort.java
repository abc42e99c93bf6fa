package com.zenithcapital.local.part;

/** A port of 127.0.0.1 and what listens there, in a word or two. */
public record PartPort(String purpose, int number) {

    private static final int HIGHEST = 65_535;

    public PartPort {
        if (number < 1 || number > HIGHEST) {
            throw new IllegalArgumentException(purpose + " has no valid port: " + number);
        }
    }

    String http() {
        return "http://" + address();
    }

    String address() {
        return "127.0.0.1:" + number;
    }
}
