/** Each event counts once, however often it is delivered. */
@NullMarked
package com.zenithcapital.platform.inbox;

import org.jspecify.annotations.NullMarked;
