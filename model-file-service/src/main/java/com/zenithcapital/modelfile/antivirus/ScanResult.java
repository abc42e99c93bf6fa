package com.zenithcapital.modelfile.antivirus;

/** What a scanner says of bytes it has seen to their end. */
public sealed interface ScanResult {

    /** Nothing was found, or nobody was asked to look. */
    record Clean() implements ScanResult {}

    /** @param signature the scanner's name of what it found */
    record Infected(String signature) implements ScanResult {}
}
