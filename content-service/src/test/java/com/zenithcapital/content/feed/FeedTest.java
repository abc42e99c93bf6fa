package com.zenithcapital.content.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.zenithcapital.content.testing.LiveInsight;
import com.zenithcapital.content.testing.LiveRows;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FeedTest.SmallSitemaps.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "content"))
@WithTestResource(TokenResource.class)
class FeedTest {

    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

    @Inject
    DataSource database;

    /** Three addresses a sitemap. */
    public static final class SmallSitemaps implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "zenith.content.sitemap-urls", "3", "zenith.content.public-url", "https://research.example/site");
        }
    }

    @BeforeEach
    void clear() {
        LiveRows.clear(database);
    }

    @Test
    void theAtomFeedHasTheNewestPublicOnes() {
        // Given
        LiveInsight old = LiveInsight.named("old", START).tagged("Rates & more").publish(database);
        LiveInsight insight = LiveInsight.named("new", START.plusSeconds(1))
                .titled("A < B\u0001 & \"C\"")
                .publish(database);
        LiveInsight.named("gated", START).forClients().publish(database);

        // When
        Response answer = given().get("/api/v1/feeds/insights.atom");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        XmlPath feed = answer.xmlPath();
        assertThat(feed.getList("feed.entry.id"))
                .isEqualTo(java.util.List.of("urn:uuid:" + insight.id(), "urn:uuid:" + old.id()));
        assertThat(feed.getString("feed.link.find { it.@rel == 'self' }.@href"))
                .isEqualTo("https://research.example/site/api/v1/feeds/insights.atom");
        assertThat(feed.getString("feed.entry[0].link.@href")).isEqualTo("https://research.example/site/insights/new");
        assertThat(feed.getString("feed.entry[0].title")).isEqualTo("A < B & \"C\"");
        assertThat(feed.getString("feed.entry[0].content")).isEqualTo("<p>Body of new</p>");
        assertThat(feed.getString("feed.entry[0].content.@type")).isEqualTo("html");
        assertThat(feed.getString("feed.entry[1].category.@term")).isEqualTo("Rates & more");
        assertThat(Instant.parse(feed.getString("feed.updated"))).isAfter(START);
    }

    @Test
    void theJsonFeedHasTheSame() {
        // Given
        LiveInsight insight = LiveInsight.named("new", START).tagged("Rates").publish(database);

        // When
        ValidatableResponse answer =
                given().when().get("/api/v1/feeds/insights.json").then();

        // Then
        answer.statusCode(200)
                .contentType(startsWith("application/feed+json"))
                .body("version", is("https://jsonfeed.org/version/1.1"))
                .body("feed_url", is("https://research.example/site/api/v1/feeds/insights.json"))
                .body("items.id", contains("urn:uuid:" + insight.id()))
                .body("items[0].content_html", is("<p>Body of new</p>"))
                .body("items[0].date_published", is("2026-01-01T09:00:00Z"))
                .body("items[0].authors[0].name", is("Ana Example"));
    }

    @Test
    void oneSitemapHasAllWhileThereAreFew() {
        // Given
        LiveInsight.named("a", START).publish(database);
        LiveInsight.named("b", START.plusSeconds(1)).publish(database);
        LiveInsight.named("gated", START).forClients().publish(database);

        // When
        Response answer = given().get("/api/v1/sitemap.xml");

        // Then
        assertThat(answer.xmlPath().getList("urlset.url.loc"))
                .isEqualTo(java.util.List.of(
                        "https://research.example/site/insights/a", "https://research.example/site/insights/b"));
    }

    @Test
    void manyAddressesAreSpreadOverSitemapsThatAnIndexNames() {
        // Given
        for (int i = 0; i < 7; i++) {
            LiveInsight.named("n" + i, START.plusSeconds(i)).publish(database);
        }

        // When
        Response index = given().get("/api/v1/sitemap.xml");
        Response last = given().get("/api/v1/sitemaps/3");
        Response none = given().get("/api/v1/sitemaps/4");
        Response zero = given().get("/api/v1/sitemaps/0");

        // Then
        assertThat(index.xmlPath().getList("sitemapindex.sitemap.loc"))
                .isEqualTo(java.util.List.of(
                        "https://research.example/site/api/v1/sitemaps/1",
                        "https://research.example/site/api/v1/sitemaps/2",
                        "https://research.example/site/api/v1/sitemaps/3"));
        assertThat(last.xmlPath().getString("urlset.url.loc")).isEqualTo("https://research.example/site/insights/n6");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(zero.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/feeds/insights.atom", "/api/v1/feeds/insights.json", "/api/v1/sitemap.xml"})
    void feedsAreKeptLikeEverythingElse(String path) {
        // Given
        LiveInsight.named("a", START).publish(database);
        String tag = given().get(path).header("ETag");

        // When
        ValidatableResponse unchanged =
                given().header("If-None-Match", tag).when().get(path).then();
        ValidatableResponse signedIn = given().auth()
                .oauth2(Tokens.of("rhea", "reader"))
                .when()
                .get(path)
                .then();
        ValidatableResponse odd = given().when().get(path + "?page=2").then();

        // Then
        unchanged
                .statusCode(304)
                .header("Cache-Control", "public, max-age=1")
                .header("X-Robots-Tag", "noindex")
                .header("Last-Modified", notNullValue());
        signedIn.statusCode(200).header("Cache-Control", "private, no-cache");
        odd.statusCode(400);
    }
}
