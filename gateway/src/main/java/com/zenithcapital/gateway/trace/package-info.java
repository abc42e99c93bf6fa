/** Whose traces are continued. */
@NullMarked
package com.zenithcapital.gateway.trace;

import org.jspecify.annotations.NullMarked;
