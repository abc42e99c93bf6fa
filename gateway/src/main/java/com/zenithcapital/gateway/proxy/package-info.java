/** The way to a service and back, as streams: counted, at the speed of the slower side, with a time-out for each wait. */
@NullMarked
package com.zenithcapital.gateway.proxy;

import org.jspecify.annotations.NullMarked;
