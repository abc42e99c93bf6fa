package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.stack.Stack;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People in browsers, with the real identity provider and its real sign-in page. */
@ExtendWith(SharedZenith.class)
class SignInIT {

    private static final String MODELS = "/api/v1/admin/models";

    private final Zenith zenith;

    SignInIT(Zenith zenith) {
        this.zenith = zenith;
    }

    private Browser signedIn(String user) {
        Browser browser = zenith.browser();
        assertThat(browser.signIn(user, "/").statusCode()).isEqualTo(302);
        return browser;
    }

    private String own() {
        return zenith.gateway().toString();
    }

    private static String model() {
        return "{\"title\":\"A model made in a browser %s\"}".formatted(UUID.randomUUID());
    }

    // ---- there

    @Test
    void whoSignsInComesBackToWhereTheyWantedWithASessionAndNoToken() {
        Browser browser = zenith.browser();

        HttpResponse<String> back = browser.signIn("ana", "/insights?tag=energy");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location")).contains("/insights?tag=energy");
        assertThat(back.headers().firstValue("Cache-Control")).contains("no-store");
        List<String> cookies = back.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("q_session") && !cookie.contains("Max-Age=0"))
                .toList();
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Secure")
                        .containsIgnoringCase("; HttpOnly")
                        .contains("; SameSite=Lax")
                        .contains("; Path=/")
                        .doesNotContainIgnoringCase("Domain")
                        // Neither as it is nor coded: the header that every token of Keycloak's begins with.
                        .doesNotContain("eyJhbGciOiJSUzI1NiI"));
        JsonNode session = browser.session();
        assertThat(session.path("authenticated").asBoolean()).isTrue();
        assertThat(session.at("/user/name").asText()).isEqualTo("Ana Lyst");
        assertThat(session.path("roles").toString()).isEqualTo("[\"analyst\"]");
        assertThat(session.toString()).doesNotContain("eyJ");
    }

    @Test
    void theServicesSeeWhoItIs() {
        signedIn("ana").get(MODELS).expect(200);
        signedIn("rhea").get(MODELS).expectProblem(403, "forbidden");
        zenith.browser().get(MODELS).expectProblem(401, "unauthenticated");
    }

    @Test
    void aWrongPasswordSignsNobodyIn() {
        Browser browser = zenith.browser();

        HttpResponse<String> again = browser.submit(browser.openSignIn("/"), "ana", "guessed");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(browser.session().path("authenticated").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "/%2F/evil.example"
            })
    void nobodyIsLedToAnotherSite(String elsewhere) {
        HttpResponse<String> answer = zenith.browser().openSignIn(elsewhere);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aCodeIsGoodForTheBrowserThatAskedAlone() {
        Browser victim = zenith.browser();
        Browser attacker = zenith.browser();
        HttpResponse<String> back = attacker.submit(attacker.openSignIn("/"), "eddie", Stack.PASSWORD);
        String callback = back.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> answer = victim.open(callback);

        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("q_session"));
        assertThat(victim.session().path("authenticated").asBoolean()).isFalse();
    }

    // ---- changes

    @Test
    void aChangeNeedsAPageOfThisSiteAndItsToken() {
        Browser browser = signedIn("ana");
        String token = browser.csrfToken();

        browser.change("POST", MODELS, model(), "", own()).expectProblem(403, "csrf");
        browser.change("POST", MODELS, model(), token, "https://evil.example").expectProblem(403, "csrf");
        browser.change("POST", MODELS, model(), token, "").expectProblem(403, "csrf");
        browser.change("POST", MODELS, model(), signedIn("ana").csrfToken(), own())
                .expectProblem(403, "csrf");
        browser.change("POST", MODELS, model(), token, own()).expect(201);
    }

    // ---- the end

    @Test
    void whoSignsOutIsOutHereAndAtTheProvider() {
        Browser browser = signedIn("ana");
        Browser thief = browser.copy();
        String token = browser.csrfToken();
        browser.change("POST", "/api/v1/logout", "", "", own()).expectProblem(403, "csrf");

        browser.change("POST", "/api/v1/logout", "", token, own()).expect(204);

        assertThat(browser.session().path("authenticated").asBoolean()).isFalse();
        thief.copy().get(MODELS).expectProblem(401, "unauthenticated");
        thief.copy().get(MODELS).expectProblem(401, "unauthenticated");
        HttpResponse<String> page = browser.openSignIn("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).as("asked for the password again").contains("kc-form-login");
    }

    @Test
    void aSessionThatEndsAtTheProviderEndsHereWhoeverSignsInMeanwhile() {
        Browser browser = signedIn("eddie");
        browser.get(MODELS).expect(200);

        zenith.keycloak().signOut("eddie");
        signedIn("ana");

        await("the provider's word")
                .atMost(Duration.ofSeconds(10))
                .until(() -> browser.copy().get(MODELS).status() == 401);
        browser.copy().get(MODELS).expectProblem(401, "unauthenticated");
        assertThat(browser.session().path("authenticated").asBoolean()).isFalse();
    }

    @Test
    void tokensAreRefreshedAndTheSessionGoesOnUntilItIsOverAndThen401() {
        zenith.keycloak().whileTokensLive("zenith-gateway", 3, () -> {
            Browser browser = signedIn("ana");
            String token = browser.csrfToken();
            Browser old = browser.copy();
            await("the end of the first tokens")
                    .pollDelay(Duration.ofSeconds(4))
                    .until(() -> browser.get(MODELS).status() == 200);

            assertThat(browser.csrfToken()).as("pages that are open go on").isEqualTo(token);
            browser.change("POST", MODELS, model(), token, own()).expect(201);

            browser.change("POST", "/api/v1/logout", "", token, own()).expect(204);
            old.get(MODELS).expectProblem(401, "unauthenticated");
        });
    }

    @Test
    void withoutTheProviderSessionsGoOnAndSignInSaysSo() {
        Browser browser = signedIn("ana");
        String token = browser.csrfToken();

        zenith.kill(KeycloakPart.NAME);
        try {
            browser.get(MODELS).expect(200);
            browser.change("POST", MODELS, model(), token, own()).expect(201);
            Instant asked = Instant.now();
            Answer signIn = zenith.browser().get("/api/v1/login?returnTo=/");
            signIn.expectProblem(503, "unavailable");
            assertThat(signIn.header("Retry-After")).isPresent();
            assertThat(signIn.header("Location")).isEmpty();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
            browser.change("POST", "/api/v1/logout", "", token, own()).expect(204);
            assertThat(browser.session().path("authenticated").asBoolean()).isFalse();
        } finally {
            zenith.restart(KeycloakPart.NAME);
            zenith.awaitHealthy();
        }

        // The provider did not hear of the end. Whoever comes back gets in all the same.
        HttpResponse<String> page = browser.openSignIn("/");
        if (page.body().contains("kc-form-login")) {
            browser.next(browser.submit(page, "ana", Stack.PASSWORD));
        }
        browser.get(MODELS).expect(200);
    }
}
