package com.zenithcapital.analytics.question;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of parameters. */
public final class Words {

    private Words() {}

    /** All of these together. */
    public static Set<String> of(Collection<String> some, Collection<String> others, Collection<String> more) {
        return Stream.of(some, others, more).flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    }
}
