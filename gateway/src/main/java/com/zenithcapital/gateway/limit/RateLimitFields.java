package com.zenithcapital.gateway.limit;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What an answer tells of the caller's budgets (draft-ietf-httpapi-ratelimit-headers-11); of those that are only counted,
 * nothing.
 *
 * @param policies the value of {@code RateLimit-Policy}
 * @param standing the value of {@code RateLimit}
 */
record RateLimitFields(String policies, String standing) {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STANDING = HttpHeaders.createOptimized("RateLimit");
    private static final RateLimitFields NONE = new RateLimitFields("", "");

    static RateLimitFields of(Policy policy, Draw draw) {
        return policy.enforced() ? new RateLimitFields(policy.advertised(), policy.standing(draw)) : NONE;
    }

    RateLimitFields and(RateLimitFields other) {
        if (policies.isEmpty()) {
            return other;
        }
        return other.policies.isEmpty()
                ? this
                : new RateLimitFields(policies + ", " + other.policies, standing + ", " + other.standing);
    }

    void putInto(MultiMap headers) {
        if (!policies.isEmpty()) {
            headers.set(POLICY, policies);
            headers.set(STANDING, standing);
        }
    }
}
