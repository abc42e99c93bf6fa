package com.zenithcapital.content.cache;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a reader recognises an answer that it has (RFC 9110, section 8.8).
 *
 * @param tag the strong ETag with its quotes
 * @param lastModified what readers are told, in whole seconds; null when it is not known
 * @param changed since when the answer has been this one: a date that a reader comes with counts from here on
 */
record Validators(
        String tag,
        @Nullable Instant lastModified,
        @Nullable Instant changed) {

    /** What the conditions of a request lead to. */
    enum Outcome {
        SEND,
        UNCHANGED,
        FAILED
    }

    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
    }

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
        return since != null && isUnchangedSince(since) ? Outcome.UNCHANGED : Outcome.SEND;
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

    /** A date that is none is as if it were not there (section 13.1.3). */
    private boolean isUnchangedSince(String date) {
        if (changed == null) {
            return false;
        }
        try {
            return !changed.isAfter(HTTP_DATE.parse(date.strip(), Instant::from));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
