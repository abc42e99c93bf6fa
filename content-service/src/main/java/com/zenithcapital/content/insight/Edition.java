package com.zenithcapital.content.insight;

import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;
import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_REQUIRED;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An insight at one moment, as its ETag says.
 *
 * @param revision the newest text then: what a stale save is compared with
 * @param change grows with every change, of text or of state
 */
public record Edition(int revision, int change) {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})-([0-9]{1,9})\"");

    /** From {@code If-Match}, which must be there. {@code *} and lists are no answer to "what did you look at". */
    public static Edition required(@Nullable String ifMatch) {
        return optional(ifMatch)
                .orElseThrow(() -> PRECONDITION_REQUIRED.at(
                        "header:If-Match", "Say what you looked at: If-Match with the ETag of the GET."));
    }

    /** From {@code If-Match}, where it may be left out. */
    public static Optional<Edition> optional(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return Optional.empty();
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw PRECONDITION_FAILED.at(
                    "header:If-Match", "If-Match names no state of an insight: send the ETag of the GET as it is.");
        }
        return Optional.of(new Edition(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    /** The value of the ETag, without its quotes. */
    public String tag() {
        return revision + "-" + change;
    }

    Edition withNewText() {
        return new Edition(revision + 1, change + 1);
    }

    Edition withNewState() {
        return new Edition(revision, change + 1);
    }
}
