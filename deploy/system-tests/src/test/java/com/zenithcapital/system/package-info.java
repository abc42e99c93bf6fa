/**
 * The packaged stack, tried from outside: real processes, the gateway's port, real tokens.
 *
 * <p>{@link com.zenithcapital.system.Zenith} is the running stack that all tests share, {@link
 * com.zenithcapital.system.Api} a caller of its HTTP contract, {@link com.zenithcapital.system.ModelDesk} what an analyst
 * does with it. The tests themselves are the classes that end in {@code IT}.
 */
@NullMarked
package com.zenithcapital.system;

import org.jspecify.annotations.NullMarked;
