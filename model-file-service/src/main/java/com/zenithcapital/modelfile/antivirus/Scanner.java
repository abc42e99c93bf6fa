package com.zenithcapital.modelfile.antivirus;

import java.io.IOException;
import java.io.InputStream;

/** Looks at bytes for malware. */
public interface Scanner {

    /** Bytes that are opened only if somebody looks at them. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Takes the bytes to their end, a chunk at a time.
     *
     * @throws ScannerUnavailableException if there is no result
     * @throws IOException if the bytes themselves cannot be read
     */
    ScanResult scan(Source source) throws IOException;
}
