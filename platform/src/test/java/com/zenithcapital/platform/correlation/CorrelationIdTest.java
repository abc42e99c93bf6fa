package com.zenithcapital.platform.correlation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CorrelationIdTest {

    @Test
    void aReceivedIdIsKeptAndReachesTheLogOfTheVirtualThread() {
        ValidatableResponse answer = given().header("X-Correlation-Id", "Order_66.a-b")
                .get("/probe/logging-context")
                .then();

        answer.statusCode(200).header("X-Correlation-Id", "Order_66.a-b").body(is("Order_66.a-b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"has spaces", "semi;colon", "tab\\there", "${jndi:ldap://x}", "ü"})
    void aReceivedIdThatDoesNotBelongInALogIsReplaced(String id) {
        ValidatableResponse answer = given().header("X-Correlation-Id", id)
                .get("/probe/logging-context")
                .then();

        answer.header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        ValidatableResponse answer = given().header("X-Correlation-Id", "a".repeat(65))
                .get("/probe/logging-context")
                .then();

        answer.header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void workAroundAnIdHasItAndLeavesNothingBehind() {
        String during = CorrelationId.around("from-kafka", CorrelationId::current);

        assertThat(during).isEqualTo("from-kafka");
        assertThat(CorrelationId.find()).isEmpty();
    }

    @Test
    void workWithinWorkGivesTheOuterIdBack() {
        String after = CorrelationId.around("outer", () -> {
            CorrelationId.around("inner", CorrelationId::current);
            return CorrelationId.current();
        });

        assertThat(after).isEqualTo("outer");
    }

    @Test
    void workThatCameWithoutAnIdGetsOneForItsWholeLength() {
        boolean same = CorrelationId.around(null, () -> CorrelationId.current().equals(CorrelationId.current()));

        assertThat(same).isTrue();
    }
}
