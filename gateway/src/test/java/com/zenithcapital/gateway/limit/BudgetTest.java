package com.zenithcapital.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.gateway.route.Traffic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource({
        "ORDINARY, /api/v1/login, SIGN_IN",
        "ORDINARY, /api/v1/login/callback, SIGN_IN",
        "ORDINARY, /api/v1/logout, SIGN_IN",
        "UPLOAD, /api/v1/admin/models/{id}/versions, UPLOAD_REQUESTS",
        "UPLOAD, /api/v1/admin/uploads/{id}, UPLOAD_REQUESTS",
        "UPLOAD, /api/v1/admin/insights/import, UPLOAD_REQUESTS",
        "ORDINARY, /api/v1/events, EVENTS",
        "ORDINARY, /api/v1/events/zenith.js, READS",
        "ORDINARY, /api/v1/session, READS",
        "ORDINARY, /api/v1/insights/{slug}, READS",
        "DOWNLOAD, /api/v1/models/{slug}/versions/{n}/content, READS",
        "ORDINARY, /api/v1/admin/models, ADMIN",
        "DOWNLOAD, /api/v1/admin/models/{id}/versions/{n}/content, ADMIN",
        "EVENTS, /api/v1/admin/jobs/{id}/events, ADMIN",
        "ORDINARY, /api/v1/admin/uploads/{id}, ADMIN",
        "ORDINARY, /openapi, READS",
    })
    void eachRouteTakesFromOneBudget(Traffic traffic, String template, Budget expected) {
        // When
        Budget budget = Budget.of(traffic, template);

        // Then
        assertThat(budget).isEqualTo(expected);
    }
}
