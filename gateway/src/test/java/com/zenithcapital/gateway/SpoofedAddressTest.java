package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.gateway.upstream.UpstreamResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A gateway without a proxy before it: nobody says for anybody else whom a request comes from. */
@QuarkusTest
@TestProfile(SpoofedAddressTest.NoProxy.class)
@WithTestResource(UpstreamResource.class)
@WithTestResource(TokenResource.class)
class SpoofedAddressTest {

    /** Three reads an hour. */
    public static final class NoProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zenith.gateway.limits.reads.capacity", "3", "zenith.gateway.limits.reads.period", "1h");
        }
    }

    @Test
    void anotherAddressInAHeaderIsNoOtherCaller() {
        // When
        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(i -> given().header("X-Forwarded-For", "192.0.2." + i)
                        .header("X-Real-IP", "192.0.2." + i)
                        .header("Forwarded", "for=192.0.2." + i)
                        .when()
                        .get("/api/v1/models")
                        .statusCode())
                .toList();

        // Then
        assertThat(answers).containsExactly(200, 200, 200, 429, 429, 429);
    }
}
