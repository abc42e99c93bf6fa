/** What a connection may cost before there is a request on it. */
@NullMarked
package com.zenithcapital.gateway.connection;

import org.jspecify.annotations.NullMarked;
