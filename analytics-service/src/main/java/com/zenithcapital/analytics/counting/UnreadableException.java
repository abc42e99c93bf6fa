package com.zenithcapital.analytics.counting;

import org.jspecify.annotations.Nullable;

/** A record that no repeat would heal. The message goes into its dead letter. */
final class UnreadableException extends Exception {

    UnreadableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
