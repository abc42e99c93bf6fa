package com.zenithcapital.gateway.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @Test
    void segmentsAreDecodedAndTheUriStaysAsItCame() {
        // When
        RequestTarget target = RequestTarget.parse("/api/v1/models/caf%C3%A9%20model?q=a%2Fb;c&limit=2");

        // Then
        assertThat(target.segments()).containsExactly("api", "v1", "models", "café model");
        assertThat(target.path()).isEqualTo("/api/v1/models/caf%C3%A9%20model");
        assertThat(target.uri()).isEqualTo("/api/v1/models/caf%C3%A9%20model?q=a%2Fb;c&limit=2");
    }

    @Test
    void anEncodedLetterIsTheLetter() {
        // When
        RequestTarget target = RequestTarget.parse("/api/v1/%61dmin/models");

        // Then
        assertThat(target.segments()).containsExactly("api", "v1", "admin", "models");
    }

    @Test
    void theAbsoluteFormIsReadAsItsPath() {
        // When
        RequestTarget target = RequestTarget.parse("http://elsewhere.example/api/v1/models?limit=2");

        // Then
        assertThat(target.uri()).isEqualTo("/api/v1/models?limit=2");
        assertThat(target.segments()).containsExactly("api", "v1", "models");
    }

    @Test
    void aTrailingSlashIsAnEmptySegmentThatNoRouteHas() {
        // When
        RequestTarget target = RequestTarget.parse("/api/v1/models/");

        // Then
        assertThat(target.segments()).containsExactly("api", "v1", "models", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models;x=1",
                "/api/v1/models%3Bx=1",
                "/api/v1/models%3bx",
                "/api/v1/models%2Fa",
                "/api/v1/models%2fa",
                "/api/v1/models%5Ca",
                "/api/v1/models%5ca",
                "/api/v1\\models",
                "/api/v1/./models",
                "/api/v1/../admin",
                "/api/v1/models/..",
                "/api/v1/models/.",
                "/..",
                "/api/v1/%2e%2e/admin",
                "/api/v1/%2E./admin",
                "/api/v1/.%2e/admin",
                "/api/v1/%2e/models",
                "/api/v1//models",
                "//api/v1/models",
                "/api/v1/models//",
                "/api/v1/models/%00",
                "/api/v1/models/%0d%0aSet-Cookie:a",
                "/api/v1/models/%7f",
                "/api/v1/models/%C2%85",
                "/api/v1/models/%",
                "/api/v1/models/%2",
                "/api/v1/models/%zz",
                "/api/v1/models/%-1",
                "/api/v1/models/%C0%AF",
                "/api/v1/models/%E0%80%AF",
                "/api/v1/models/%FF",
                "/api/v1/models/%ED%A0%80",
                "/api/v1/models/%252Fa",
                "/api/v1/models/%25",
                "/api/v1/models/caf\u00e9",
                "/api/v1/models/\u0001",
                "/api/v1/models#top",
                "/api/v1/models?q=\u0000",
                "*",
                "api/v1/models",
                "http://elsewhere.example",
                "http://elsewhere.example?x=/api",
                "ftp://elsewhere.example/api",
                "://x/api",
                "elsewhere.example:443",
                "",
            })
    void whatTwoReadersCouldReadInTwoWaysIsRefused(String received) {
        // When
        ThrowingCallable parsing = () -> RequestTarget.parse(received);

        // Then
        assertThatThrownBy(parsing)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(TargetProblem.INVALID_PATH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/models...",
                "/api/v1/...",
                "/api/v1/models.",
                "/a?x=//../;%2F",
                "/a:b@c,d=e+f!$&'()*~"
            })
    void whatIsOnlyUnusualIsTaken(String received) {
        // When
        RequestTarget target = RequestTarget.parse(received);

        // Then
        assertThat(target.uri()).isEqualTo(received);
    }
}
