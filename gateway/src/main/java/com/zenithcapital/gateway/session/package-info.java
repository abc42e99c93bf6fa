/**
 * People in browsers: signing in by the authorization code flow, the session that stands for their tokens, its end, and the
 * proof that a request with a session comes from a page of this site. The tokens never leave the gateway (RFC 10017, the
 * backend for a front end); quarkus-oidc keeps them in an encrypted cookie.
 */
@NullMarked
package com.zenithcapital.gateway.session;

import org.jspecify.annotations.NullMarked;
