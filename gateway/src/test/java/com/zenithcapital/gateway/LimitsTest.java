package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.gateway.upstream.UpstreamResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller is told who has used a budget up, and who does not notice. */
@QuarkusTest
@TestProfile(LimitedGateway.class)
@WithTestResource(UpstreamResource.class)
@WithTestResource(TokenResource.class)
@SuppressWarnings("NullAway.Init") // the resource and Quarkus fill the fields
class LimitsTest {

    private static final String READ = "/api/v1/models";

    private final Random random = new Random();

    Upstream upstream;

    @TestHTTPResource(management = true)
    URI management;

    @ParameterizedTest
    @CsvSource({
        "reads, GET, /api/v1/insights",
        "reads, HEAD, /api/v1/models/rivian",
        "reads, GET, /api/v1/models/rivian/versions/1/content",
        "events, POST, /api/v1/events",
        "admin, GET, /api/v1/admin/models",
        "admin, DELETE, /api/v1/admin/insights/7",
        "admin, OPTIONS, /api/v1/admin/uploads",
    })
    void eachBudgetIsToldUsedUpAndRefused(String budget, String method, String path) {
        // Given
        String id = UUID.randomUUID().toString();
        RequestSpecification user = somebody();

        // When
        List<ValidatableResponse> passed = Stream.generate(
                        () -> given().spec(user).when().request(method, path).then())
                .limit(3)
                .toList();
        ValidatableResponse refused = given().spec(user)
                .header("X-Correlation-Id", id)
                .when()
                .request(method, path)
                .then();

        // Then
        for (int i = 0; i < 3; i++) {
            passed.get(i)
                    .statusCode(200)
                    .header("RateLimit-Policy", is("\"%s\";q=3;w=3600".formatted(budget)))
                    .header("RateLimit", is("\"%s\";r=%d;t=1200".formatted(budget, 2 - i)))
                    .header("Retry-After", nullValue());
        }
        refused.statusCode(429)
                .header("RateLimit-Policy", is("\"%s\";q=3;w=3600".formatted(budget)))
                .header("RateLimit", is("\"%s\";r=0;t=1200".formatted(budget)))
                .header("Retry-After", is("1200"))
                .header("Cache-Control", is("no-store"))
                .contentType("application/problem+json");
        assertThat(upstream.seen(id)).isNull();
    }

    @Test
    void theRefusalIsAProblemThatNamesTheBudget() {
        // Given
        RequestSpecification visitor = visitor("198.51.100.77");
        use(visitor, 3);

        // When
        ValidatableResponse answer = given().spec(visitor).when().get(READ).then();

        // Then
        answer.statusCode(429)
                .body("type", is("urn:zenith:problem:too-many-requests"))
                .body("title", is("Too many requests"))
                .body("status", is(429))
                .body("detail", is("One caller may have 3 requests in 3600 s here (reads), and no more are left."))
                .body("instance", is(READ));
    }

    @Test
    void aUserIsOneCallerWhereverTheyAre() {
        // Given
        String token = Tokens.of(UUID.randomUUID().toString(), "reader");
        for (String address : List.of("192.0.2.11", "192.0.2.12", "192.0.2.13")) {
            given().spec(visitor(address)).auth().oauth2(token).get(READ).then().statusCode(200);
        }

        // When
        ValidatableResponse answer = given().spec(visitor("192.0.2.14"))
                .auth()
                .oauth2(token)
                .when()
                .get(READ)
                .then();

        // Then
        answer.statusCode(429);
    }

    @Test
    void anAddressWhoseVisitorsHaveUsedTheirsUpKeepsNoUserOut() {
        // Given
        RequestSpecification office = visitor("198.51.100.8");
        use(office, 3);

        // When
        ValidatableResponse visitor = given().spec(office).when().get(READ).then();
        ValidatableResponse user = given().spec(office)
                .auth()
                .oauth2(Tokens.of(UUID.randomUUID().toString(), "reader"))
                .when()
                .get(READ)
                .then();

        // Then
        visitor.statusCode(429);
        user.statusCode(200).header("RateLimit", is("\"reads\";r=2;t=1200"));
    }

    @Test
    void aTokenThatNamesNobodyIsCountedByAddress() {
        // Given
        RequestSpecification nobody =
                given().spec(visitor("198.51.100.9")).auth().oauth2(Tokens.withoutSubject("ana", "reader"));
        use(visitor("198.51.100.9"), 3);

        // When
        ValidatableResponse answer = nobody.when().get(READ).then();

        // Then
        answer.statusCode(429);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.21, 192.0.2.22, 200",
        "2001:db8:1:1::1, 2001:db8:1:1:8000::2, 429",
        "2001:db8:1:2::1, 2001:db8:1:3::1, 200",
        "'192.0.2.31, 192.0.2.30', '192.0.2.32, 192.0.2.30', 429",
    })
    void whoAsksIsAnAddressOrANetworkOfIpv6(String one, String other, int status) {
        // Given
        use(visitor(one), 3);

        // When
        ValidatableResponse answer =
                given().spec(visitor(other)).when().get(READ).then();

        // Then
        answer.statusCode(status);
    }

    @Test
    void whatHasBeenReadDoesNotKeepAnybodyFromWork() {
        // Given
        RequestSpecification user = somebody();
        use(user, 3);

        // When
        ValidatableResponse answer =
                given().spec(user).when().get("/api/v1/admin/models").then();

        // Then
        answer.statusCode(200).header("RateLimit", is("\"admin\";r=2;t=1200"));
    }

    @Test
    void whoIsNotLetInUsesNothingUp() {
        // Given
        RequestSpecification visitor = visitor("198.51.100.10");
        for (int i = 0; i < 5; i++) {
            given().spec(visitor)
                    .when()
                    .get("/api/v1/admin/models")
                    .then()
                    .statusCode(401)
                    .header("RateLimit", nullValue());
        }

        // When
        ValidatableResponse answer = given().spec(visitor).when().get(READ).then();

        // Then
        answer.statusCode(200).header("RateLimit", is("\"reads\";r=2;t=1200"));
    }

    @Test
    void aBurstPassesAsFarAsTheBudgetGoesAndLeavesOthersUntouched() throws Exception {
        // Given
        RequestSpecification greedy = somebody();
        Callable<Integer> request = () -> given().spec(greedy).when().get(READ).statusCode();

        // When
        List<Integer> answers;
        try (ExecutorService burst = Executors.newFixedThreadPool(64)) {
            answers = burst
                    .invokeAll(IntStream.range(0, 64).mapToObj(_ -> request).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
        ValidatableResponse other = given().spec(somebody()).when().get(READ).then();

        // Then
        assertThat(answers).hasSize(64).containsOnly(200, 429);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(3);
        other.statusCode(200).header("RateLimit", is("\"reads\";r=2;t=1200"));
    }

    @Test
    void whatIsDecidedIsCounted() {
        // Given
        RequestSpecification user = somebody();
        for (int i = 0; i < 4; i++) {
            given().spec(user).when().get("/api/v1/admin/models");
        }

        // When
        ValidatableResponse answer =
                given().port(management.getPort()).when().get("/q/metrics").then();

        // Then
        answer.body(containsString("zenith_gateway_limiter_total{class=\"admin\",outcome=\"passed\""))
                .body(containsString("zenith_gateway_limiter_total{class=\"admin\",outcome=\"refused\""))
                .body(containsString("zenith_gateway_limiter_total{class=\"sign-in\",outcome=\"would-refuse\"} 0.0"))
                .body(containsString("zenith_gateway_limiter_callers{kind=\"user\"}"))
                .body(containsString("zenith_gateway_limiter_callers{kind=\"address\"}"));
        String metrics = answer.extract().asString();
        assertThat(valueOf("zenith_gateway_limiter_total{class=\"admin\",outcome=\"refused\"}", metrics))
                .isPositive();
        assertThat(valueOf("zenith_gateway_limiter_callers{kind=\"user\"}", metrics))
                .isPositive();
    }

    private static double valueOf(String series, String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void use(RequestSpecification caller, int times) {
        for (int i = 0; i < times; i++) {
            given().spec(caller).when().get(READ).then().statusCode(200);
        }
    }

    /** A signed-in user whom nobody has seen before, anywhere. */
    private RequestSpecification somebody() {
        return given().spec(visitor("203.0.113." + random.nextInt(256)))
                .auth()
                .oauth2(Tokens.of(UUID.randomUUID().toString(), "reader"));
    }

    private static RequestSpecification visitor(String address) {
        return given().header("X-Forwarded-For", address);
    }
}
