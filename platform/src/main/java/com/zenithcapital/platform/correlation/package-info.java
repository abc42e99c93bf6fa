/** One id for one piece of work: from the caller's header into logs, events and the answer. */
@NullMarked
package com.zenithcapital.platform.correlation;

import org.jspecify.annotations.NullMarked;
