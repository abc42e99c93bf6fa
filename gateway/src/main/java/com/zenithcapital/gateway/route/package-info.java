/** The routes that exist, the service behind each, and what a request on it may cost. */
@NullMarked
package com.zenithcapital.gateway.route;

import org.jspecify.annotations.NullMarked;
