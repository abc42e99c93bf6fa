package com.zenithcapital.analytics.counting;

/** Somebody else counted records of these partitions since their offsets were loaded here: what was begun is void. */
final class FencedException extends Exception {

    FencedException(String message) {
        super(message);
    }
}
