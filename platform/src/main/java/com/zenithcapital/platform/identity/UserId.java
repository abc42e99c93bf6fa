package com.zenithcapital.platform.identity;

import static java.util.Objects.requireNonNull;

/** The {@code sub} of a verified access token: stable, and the only thing by which a user is recognised. */
public record UserId(String value) {

    public UserId {
        requireNonNull(value, "value is null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("A user id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
