package com.zenithcapital.local;

import com.zenithcapital.local.command.Zenith;

/** Where {@code ./zenith} hands over to. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Zenith.run(arguments));
    }
}
