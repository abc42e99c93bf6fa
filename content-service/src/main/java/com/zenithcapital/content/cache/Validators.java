package com.zenithcapital.content.cache;

import io.vertx.core.MultiMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a reader recognises an answer that it has (RFC 9110, section 8.8).
 *
 * @param tag the strong ETag with its quotes
 * @param date since when it is this one
 */
record Validators(String tag, ChangeDate date) {

    /** What the conditions of a request lead to. */
    enum Outcome {
        SEND,
        UNCHANGED,
        FAILED
    }

    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    /** The conditions of a GET or HEAD, in the order of RFC 9110, section 13.2.2. */
    Outcome hold(MultiMap headers) {
        @Nullable String ifMatch = headers.get("If-Match");
        if (ifMatch != null && !names(ifMatch, false)) {
            return Outcome.FAILED;
        }
        @Nullable String ifNoneMatch = headers.get("If-None-Match");
        if (ifNoneMatch != null) {
            return names(ifNoneMatch, true) ? Outcome.UNCHANGED : Outcome.SEND;
        }
        @Nullable String since = headers.get("If-Modified-Since");
        return since != null && date.isMetBy(since) ? Outcome.UNCHANGED : Outcome.SEND;
    }

    private boolean names(String header, boolean weakly) {
        if (header.equals(tag) || header.strip().equals("*")) {
            return true;
        }
        Matcher matcher = TAG.matcher(header);
        while (matcher.find()) {
            if ((weakly || matcher.group(1) == null) && matcher.group(2).equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
