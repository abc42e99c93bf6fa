package com.zenithcapital.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeadersTest {

    private final MultiMap received = HttpHeaders.headers();
    private final MultiMap sent = HttpHeaders.headers();

    @Test
    void whatTheCallerMeansForTheServiceIsForwardedWithEachOfItsValues() {
        // Given
        received.add("Authorization", "Bearer x")
                .add("Accept", "application/json")
                .add("If-None-Match", "\"a\"")
                .add("If-None-Match", "\"b\"")
                .add("Range", "bytes=0-9")
                .add("X-Correlation-Id", "abc");

        // When
        ForwardedHeaders.toService(received, sent);

        // Then
        assertThat(sent.names())
                .containsExactlyInAnyOrder("Authorization", "Accept", "If-None-Match", "Range", "X-Correlation-Id");
        assertThat(sent.getAll("If-None-Match")).containsExactly("\"a\"", "\"b\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "Host",
                "Content-Length",
                "Expect",
                "Cookie",
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "x-forwarded-anything",
                "X-User-Id",
                "X-User-Roles",
                "x-user-x",
                "X_User_Id",
                "X-User_Roles",
                "X-HTTP-Method-Override",
                "X-Method-Override",
                "X-HTTP-Method",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-Real-IP",
                "traceparent",
                "tracestate",
                "baggage",
            })
    void whatNobodyOutsideMaySayIsNotForwarded(String name) {
        // Given
        received.add(name, "value");

        // When
        ForwardedHeaders.toService(received, sent);

        // Then
        assertThat(sent.names()).isEmpty();
    }

    @Test
    void whatConnectionNamesIsMeantForTheGatewayAlone() {
        // Given
        received.add("Connection", "close, X-Hop").add("Connection", "x-other").add("X-Hop", "1");
        received.add("X-Other", "2").add("X-Kept", "3");

        // When
        ForwardedHeaders.toService(received, sent);

        // Then
        assertThat(sent.names()).containsExactly("X-Kept");
    }

    @Test
    void anAnswerLosesWhatWasAboutItsConnection() {
        // Given
        received.add("Connection", "X-Hop")
                .add("X-Hop", "1")
                .add("Keep-Alive", "timeout=5")
                .add("Transfer-Encoding", "chunked");
        received.add("ETag", "\"a\"").add("Set-Cookie", "a=1").add("Set-Cookie", "b=2");

        // When
        ForwardedHeaders.toClient(received, sent);

        // Then
        assertThat(sent.names()).containsExactlyInAnyOrder("ETag", "Set-Cookie");
        assertThat(sent.getAll("Set-Cookie")).containsExactly("a=1", "b=2");
    }
}
