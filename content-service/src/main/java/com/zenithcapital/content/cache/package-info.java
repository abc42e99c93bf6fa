/**
 * A leaf: finished answers to visitors, their validators, and how every instance forgets what has changed.
 *
 * <p>Two promises. What this cache answers is at most one second old, whatever happens to connections, databases and
 * other instances: it answers only while a round trip to the database, begun within that second, has shown that it
 * heard of every change. And what {@link com.zenithcapital.content.cache.Forgetting} has waited for is answered by no
 * instance.
 */
@NullMarked
package com.zenithcapital.content.cache;

import org.jspecify.annotations.NullMarked;
