package com.zenithcapital.content.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The cache of finished answers. */
@ConfigMapping(prefix = "zenith.content.cache")
public interface CacheConfig {

    /**
     * Without it every read is a query: some six times the work. For measuring, and to find out whether it is to blame.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * How much memory the answers may take, of the heap. Too little, and what is read often is evicted by what is not;
     * too much, and the service runs out of memory.
     */
    @WithDefault("24M")
    MemorySize memory();
}
