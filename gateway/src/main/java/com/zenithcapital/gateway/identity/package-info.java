/** Who is calling: the bearer token's signature, issuer, audience and expiry. What they may do is the services' business. */
@NullMarked
package com.zenithcapital.gateway.identity;

import org.jspecify.annotations.NullMarked;
