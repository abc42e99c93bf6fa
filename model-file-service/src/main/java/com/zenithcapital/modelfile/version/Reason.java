package com.zenithcapital.modelfile.version;

import static java.util.Objects.requireNonNull;

/**
 * Why a version was not accepted, told to who uploaded it.
 *
 * @param slug stable, for programs
 * @param detail what was found, and where
 * @param nextStep what to do about it
 */
public record Reason(String slug, String detail, String nextStep) {

    public Reason {
        requireNonNull(slug, "slug is null");
        requireNonNull(detail, "detail is null");
        requireNonNull(nextStep, "nextStep is null");
    }
}
