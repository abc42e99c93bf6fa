package com.zenithcapital.analytics.deadletter;

import java.util.List;

/**
 * What was sent again, or would be.
 *
 * @param dryRun whether nothing was sent
 * @param more whether there are more than one call sends
 */
record Replayed(boolean dryRun, List<Sent> letters, boolean more) {

    Replayed {
        letters = List.copyOf(letters);
    }

    /** @param to the topic it goes to */
    record Sent(DeadLetter letter, String to) {}
}
