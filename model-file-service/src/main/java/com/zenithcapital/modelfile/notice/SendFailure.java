package com.zenithcapital.modelfile.notice;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail did not go out.
 *
 * @param reason for the row and the log: without the server's own text, which may quote the address
 * @param isPermanent whether trying again is pointless: the server refused the recipient for good (RFC 5321, 4.2.1: a reply of
 *     5xx to RCPT TO), or its address is none. Everything else, a sender that is not verified say, is ours to mend, and
 *     what was owed meanwhile is sent then
 */
record SendFailure(String reason, boolean isPermanent) {

    /** No sign-in, or a wrong one (RFC 4954, section 6): a key that was changed must not lose the mails of that time. */
    private static final Set<Integer> OURS_TO_MEND = Set.of(530, 534, 535, 538);

    /** How the mail client begins what it says of a refused RCPT TO: it tells the command in no other way. */
    private static final String RECIPIENT_REFUSED = "recipient address not accepted";

    static SendFailure of(Throwable failure) {
        Optional<SMTPException> refusal = find(SMTPException.class, failure);
        if (refusal.isPresent()) {
            return new SendFailure("smtp " + refusal.get().getReplyCode(), refusesRecipient(refusal.get()));
        }
        if (find(NoAddressException.class, failure).isPresent()) {
            return new SendFailure("invalid address", true);
        }
        boolean isSlow = find(TimeoutException.class, failure).isPresent();
        return new SendFailure(isSlow ? "timeout" : root(failure).getClass().getSimpleName(), false);
    }

    private static boolean refusesRecipient(SMTPException refusal) {
        return refusal.isPermanent()
                && !OURS_TO_MEND.contains(refusal.getReplyCode())
                && requireNonNullElse(refusal.getMessage(), "").startsWith(RECIPIENT_REFUSED);
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
