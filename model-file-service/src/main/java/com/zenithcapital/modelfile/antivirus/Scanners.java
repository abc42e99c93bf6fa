package com.zenithcapital.modelfile.antivirus;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the scanner that is configured. */
@Singleton
class Scanners {

    @Produces
    @Singleton
    Scanner scanner(AntivirusConfig config) {
        return config.enabled() ? new Clamd(config) : new NoScanner();
    }
}
