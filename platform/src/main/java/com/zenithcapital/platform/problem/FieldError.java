package com.zenithcapital.platform.problem;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with one part of the input.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the body such as {@code /tags/0}, the empty one for the body as a
 *     whole; or, for what is not in the body, {@code path:id}, {@code query:limit} or {@code header:If-Match}
 * @param detail what is wrong, with the limit that was passed
 */
public record FieldError(String pointer, String detail) {

    public FieldError {
        requireNonNull(pointer, "pointer is null");
        requireNonNull(detail, "detail is null");
    }
}
