/** A service in place of the real ones: real HTTP, and every way in which a service can misbehave. */
@NullMarked
package com.zenithcapital.gateway.upstream;

import org.jspecify.annotations.NullMarked;
