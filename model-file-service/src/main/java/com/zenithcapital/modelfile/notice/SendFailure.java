package com.zenithcapital.modelfile.notice;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail did not go out.
 *
 * @param reason for the row and the log: without the server's own text, which may quote the address
 * @param isPermanent whether trying again is pointless (RFC 5321, 4.2.1: a reply of 5xx; or an address that is none)
 */
record SendFailure(String reason, boolean isPermanent) {

    static SendFailure of(Throwable failure) {
        Optional<SMTPException> refusal = find(SMTPException.class, failure);
        if (refusal.isPresent()) {
            return new SendFailure(
                    "smtp " + refusal.get().getReplyCode(), refusal.get().isPermanent());
        }
        if (find(IllegalArgumentException.class, failure).isPresent()) {
            return new SendFailure("invalid address", true);
        }
        boolean isSlow = find(TimeoutException.class, failure).isPresent();
        return new SendFailure(isSlow ? "timeout" : root(failure).getClass().getSimpleName(), false);
    }

    private static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
