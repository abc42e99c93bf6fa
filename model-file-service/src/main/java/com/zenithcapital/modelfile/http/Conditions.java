package com.zenithcapital.modelfile.http;

import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which a GET or HEAD wants its answer (RFC 9110, section 13), held against the one strong ETag of
 * what it asks for. Dates are never met: nothing here has a Last-Modified, and a date is a weak validator at best.
 */
public final class Conditions {

    private static final String IF_RANGE = "If-Range";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");

    private final @Nullable String ifMatch;
    private final @Nullable String ifNoneMatch;
    private final @Nullable String ifRange;

    private Conditions(@Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable String ifRange) {
        this.ifMatch = ifMatch;
        this.ifNoneMatch = ifNoneMatch;
        this.ifRange = ifRange;
    }

    public static Conditions of(HttpHeaders headers) {
        return new Conditions(
                headers.getHeaderString(HttpHeaders.IF_MATCH),
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString(IF_RANGE));
    }

    /**
     * Whether the caller has what it asks for already, so that the answer is 304.
     *
     * @throws com.zenithcapital.platform.problem.ProblemException {@code precondition-failed} if it asks for something
     *     else than there is
     */
    public boolean haveIt(EntityTag tag) {
        if (ifMatch != null && !names(ifMatch, tag, false)) {
            throw PRECONDITION_FAILED.because(
                    "If-Match names none of what is here; its ETag is \"%s\".".formatted(tag.getValue()));
        }
        return ifNoneMatch != null && names(ifNoneMatch, tag, true);
    }

    /** Whether a Range counts: If-Range that is not this very tag asks for all (section 13.1.5). */
    public boolean allowRange(EntityTag tag) {
        return ifRange == null || ifRange.strip().equals("\"" + tag.getValue() + "\"");
    }

    /** Weak comparison is for If-None-Match, strong for If-Match (section 8.8.3.2). */
    private static boolean names(String header, EntityTag tag, boolean weakly) {
        if (header.strip().equals("*")) {
            return true;
        }
        Matcher matcher = TAG.matcher(header);
        while (matcher.find()) {
            if ((weakly || matcher.group(1) == null) && matcher.group(2).equals(tag.getValue())) {
                return true;
            }
        }
        return false;
    }
}
