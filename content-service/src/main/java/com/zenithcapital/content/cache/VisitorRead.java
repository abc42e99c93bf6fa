package com.zenithcapital.content.cache;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads for visitors that need nothing of what stands before a REST resource: no identity, no checks. What is not found
 * in this way goes the usual one, which knows why.
 */
public interface VisitorRead {

    /**
     * How to read what is asked for, if it is of this kind. Asked on the thread that reads requests; what it returns is
     * run on a virtual thread, and may find nothing or fail.
     */
    Optional<Supplier<Optional<Reply>>> of(HttpServerRequest request);
}
