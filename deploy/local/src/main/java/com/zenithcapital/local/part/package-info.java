/**
 * The parts of the local stack: each starts one real program on 127.0.0.1, tells when it is ready, and ends it, gently
 * or not. A part can be started alone, in a directory and on ports of its own: tests do.
 */
@NullMarked
package com.zenithcapital.local.part;

import org.jspecify.annotations.NullMarked;
