/** The way through the gateway, step after step. */
@NullMarked
package com.zenithcapital.gateway.door;

import org.jspecify.annotations.NullMarked;
