package com.zenithcapital.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.ProblemException;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnUrlTest {

    private static ReturnUrl read(String returnTo) {
        return ReturnUrl.of("/api/v1/login?returnTo=" + URLEncoder.encode(returnTo, UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/insights", "/insights/a-slug", "/models?tag=energy&q=a%20b", "/caf%C3%A9", "/a?next=//b"})
    void aPathOfThisSiteIsTakenAsItIs(String path) {
        assertThat(read(path).text()).isEqualTo(path);
    }

    @Test
    void withoutOneItIsTheFirstPage() {
        assertThat(ReturnUrl.of("/api/v1/login").text()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "insights",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\\/evil.example",
                "https://evil.example",
                "https:evil.example",
                "HTTPS://evil.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "/\t/evil.example",
                "/\n/evil.example",
                "\u0000/evil",
                " //evil.example",
                " /insights",
                "/insights\r\nSet-Cookie: a=b",
                "/%2F/evil.example",
                "/%2f%2fevil.example",
                "/%5Cevil.example",
                "/%252F%252Fevil.example",
                "/%09/evil.example",
                "/%0d%0aLocation:%20https://evil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/a/../../evil",
                "/%2e%2e//evil.example",
                "/;@evil.example",
                "/insights#fragment",
                "/a?b=\\\\evil.example",
                "/é",
                "/%c0%af/evil.example",
                "@evil.example",
                ".evil.example",
                "/％２Ｆevil"
            })
    void everythingElseIsRefused(String elsewhere) {
        assertThatThrownBy(() -> read(elsewhere))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/login?returnTo=/insights&returnTo=//evil.example",
                "/api/v1/login?returnTo=%",
                "/api/v1/login?returnTo=%2",
                "/api/v1/login?returnTo=%zz"
            })
    void soIsWhatCanBeReadInTwoWays(String uri) {
        assertThatThrownBy(() -> ReturnUrl.of(uri)).isInstanceOf(ProblemException.class);
    }

    @Test
    void andOneThatWouldNotFitIntoACookie() {
        assertThatThrownBy(() -> read("/" + "a".repeat(1024))).isInstanceOf(ProblemException.class);
    }
}
