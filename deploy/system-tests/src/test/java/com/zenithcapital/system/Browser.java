package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser does at a sign-in, as far as it matters: keeps cookies, also Secure ones on the loopback, and hands the
 * provider's form in. Redirects are followed when a test says so, since where they lead is what it looks at.
 */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final URI site;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    private record Cookie(String name, String value, String path) {
        static String key(String name, String path) {
            return name + " " + path;
        }

        boolean isFor(URI uri) {
            return uri.getPath().startsWith(path);
        }
    }

    Browser(URI site) {
        this.site = site;
    }

    /** The same cookies in another one: what a thief has. */
    Browser copy() {
        Browser copy = new Browser(site);
        copy.cookies.putAll(cookies);
        return copy;
    }

    HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(site.resolve(path)));
    }

    /** As a script of the site's own pages does it. */
    Answer change(String method, String path, String json, String csrfToken, String origin) {
        BodyPublisher body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path))
                .method(method, body)
                .header("Content-Type", "application/json");
        if (!csrfToken.isEmpty()) {
            request.header("X-CSRF-Token", csrfToken);
        }
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return answer(method + " " + path, send(request));
    }

    Answer get(String path) {
        return answer("GET " + path, open(path));
    }

    JsonNode session() {
        return get("/api/v1/session").expect(200).json();
    }

    String csrfToken() {
        return session().path("csrfToken").asText();
    }

    /** Opens the sign-in page and follows to the provider's. */
    HttpResponse<String> openSignIn(String returnTo) {
        return follow(open("/api/v1/login?returnTo=" + URLEncoder.encode(returnTo, UTF_8)));
    }

    /** Signs in by the provider's form; returns the answer that leads back to the site, not followed. */
    HttpResponse<String> signIn(String user, String returnTo) {
        HttpResponse<String> form = openSignIn(returnTo);
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        HttpResponse<String> back = submit(form, user, Stack.PASSWORD);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        return next(back);
    }

    /** Hands the form in on which somebody asks for a name and a password. */
    HttpResponse<String> submit(HttpResponse<String> page, String user, String password) {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as("a form on " + page.body()).isTrue();
        String fields = "username=%s&password=%s&credentialId="
                .formatted(URLEncoder.encode(user, UTF_8), URLEncoder.encode(password, UTF_8));
        return send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** Where a redirect leads. */
    HttpResponse<String> next(HttpResponse<String> redirect) {
        String location = redirect.headers().firstValue("Location").orElseThrow();
        return send(HttpRequest.newBuilder(redirect.uri().resolve(location)));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() == 302; i++) {
            answer = next(answer);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder draft) {
        URI uri = draft.build().uri();
        String sent = cookies.values().stream()
                .filter(cookie -> cookie.isFor(uri))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            draft.header("Cookie", sent);
        }
        try {
            HttpResponse<String> answer = HTTP.send(draft.timeout(PATIENCE).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at " + uri, e);
        }
    }

    private void keep(String header) {
        String[] parts = header.split(";\\s*");
        String[] pair = parts[0].split("=", 2);
        String path = "/";
        boolean over = false;
        for (String part : parts) {
            if (part.regionMatches(true, 0, "Path=", 0, 5)) {
                path = part.substring(5);
            }
            over |= part.equalsIgnoreCase("Max-Age=0");
        }
        if (over) {
            cookies.remove(Cookie.key(pair[0], path));
        } else {
            cookies.put(Cookie.key(pair[0], path), new Cookie(pair[0], pair[1], path));
        }
    }

    private static Answer answer(String request, HttpResponse<String> answer) {
        return new Answer(request, answer.statusCode(), answer.headers()::firstValue, answer.body());
    }
}
