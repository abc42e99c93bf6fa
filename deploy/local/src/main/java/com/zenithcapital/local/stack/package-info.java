/**
 * The parts together: on which ports, with which secrets, who waits for whom, and how all of them end. {@code up}, the
 * demo, the system tests and the benchmarks start this same stack.
 */
@NullMarked
package com.zenithcapital.local.stack;

import org.jspecify.annotations.NullMarked;
