package com.zenithcapital.analytics.rollup;

import static com.zenithcapital.analytics.testing.Browsing.event;
import static com.zenithcapital.analytics.testing.Browsing.events;
import static com.zenithcapital.analytics.testing.Browsing.view;
import static com.zenithcapital.analytics.testing.Browsing.visitor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Topic;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roll-ups are what the raw events come to; where they are not, they are put right. */
@QuarkusTest
class RecountResourceTest {

    /** Recent, so that its partitions are there. */
    private final LocalDate date = LocalDate.now(ZoneOffset.UTC).minusDays(3);

    private final Instant morning = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final String day = date.toString();

    @Inject
    Topic topic;

    @Inject
    Books books;

    @BeforeEach
    void forget() {
        books.clear();
    }

    @Test
    void rollupsEqualARecountOfManyVisitsInManyBatches() {
        // Given
        browseAround(2_000);

        // When
        ValidatableResponse answer = recount(day, "true");

        // Then
        answer.statusCode(200)
                .body("quarters", is(0))
                .body("days", is(0))
                .body("ways", is(0))
                .body("corrected", is(false));
        assertThat(books.number("select sum(visits) from visit_way")).isPositive();
    }

    @Test
    void aDryRunTellsWhatDiffersAndLeavesIt() {
        // Given
        browseAround(50);
        books.update("update rollup_quarter set pageviews = pageviews + 1 where dimension = 0 and slot ="
                + " (select min(slot) from rollup_quarter where slot >= '" + day + "Z')");

        // When
        ValidatableResponse answer = recount(day, "true");

        // Then
        answer.body("quarters", is(1)).body("days", is(0));
        recount(day, "true").body("quarters", is(1));
    }

    @Test
    void whatDiffersIsPutRight() {
        // Given
        browseAround(200);
        List<String> before = rollups();
        books.update("update rollup_quarter set pageviews = pageviews + 1, bounces = 7 where dimension = 0"
                + " and slot >= '" + day + "Z' and slot < '" + date.plusDays(1) + "Z'");
        books.update("delete from rollup_day where dimension = 1 and day = '" + day + "'");
        books.update("insert into rollup_day select 1, day, '/never-was', 1, 1, 1, 1, 0, 0, 1, sketch from rollup_day"
                + " where dimension = 0 and day = '" + day + "'");
        books.update("update visit_way set visits = visits + 3 where day = '" + day + "'");

        // When
        ValidatableResponse answer = recount(day, "false");

        // Then
        answer.statusCode(200).body("corrected", is(true));
        assertThat(rollups()).isEqualTo(before);
        recount(day, "true").body("quarters", is(0)).body("days", is(0)).body("ways", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void rollupsOutliveTheRawEventsTheyWereCountedFrom(String dryRun) {
        // Given
        LocalDate longAgo = date.minusDays(400);
        books.update("insert into rollup_day values (0, '" + longAgo + "', '', 5, 4, 0, 0, 0, 0, 3, '')");

        // When
        ValidatableResponse answer = recount(longAgo.toString(), dryRun);

        // Then
        answer.statusCode(409).body("type", is("urn:zenith:problem:raw-events-gone"));
        assertThat(books.lines("select pageviews from rollup_day where day = '" + longAgo + "'"))
                .containsExactly("(5)");
    }

    @Test
    void nothingIsChangedUnlessThatIsSaid() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ada", Roles.ADMIN))
                .post("/api/v1/admin/analytics/recount?day=" + day)
                .then();

        // Then
        answer.statusCode(200).body("corrected", is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?day=yesterday",
                "?day=2026-11-31",
                "?day=2026-11-20&dryRun=maybe",
                "?day=2026-11-20&dry=true"
            })
    void anUnclearDemandIsRefused(String query) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ada", Roles.ADMIN))
                .post("/api/v1/admin/analytics/recount" + query)
                .then();

        // Then
        answer.statusCode(400).body("type", is("urn:zenith:problem:invalid-request"));
    }

    @Test
    void onlyAdministratorsMay() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("eddie", Roles.EDITOR))
                .post("/api/v1/admin/analytics/recount?day=" + day)
                .then();

        // Then
        answer.statusCode(403);
    }

    /** Visits of some visitors over the day, some events late, some over midnight, in records of several. */
    private void browseAround(int records) {
        Random random = new Random(records);
        List<String> visitors = Stream.generate(() -> visitor()).limit(40).toList();
        List<String> paths = List.of("/", "/about", "/insights/rates", "/insights/copper", "/models/copper");
        for (int i = 0; i < records; i++) {
            Instant received = morning.plusSeconds((i * 90_000L) / records);
            Instant occurred = random.nextInt(10) == 0 ? received.minusSeconds(random.nextInt(90_000)) : received;
            topic.sendSoon(events(
                    visitors.get(random.nextInt(visitors.size())),
                    received,
                    view(occurred, paths.get(random.nextInt(paths.size()))),
                    event(
                            random.nextBoolean() ? "download" : "sign-up",
                            received,
                            paths.get(random.nextInt(paths.size())))));
        }
        await().until(() -> books.number("select count(*) from event") == 2L * records);
    }

    private List<String> rollups() {
        return books.lines("""
                select dimension, slot::text, value, pageviews, visits, downloads, others, bounces, seconds, 0 as visitors
                from rollup_quarter
                union all
                select dimension, day::text, value, pageviews, visits, downloads, others, bounces, seconds, visitors
                from rollup_day
                order by 1, 2, 3
                """);
    }

    private static ValidatableResponse recount(String day, String dryRun) {
        return given().auth()
                .oauth2(Tokens.of("ada", Roles.ADMIN))
                .queryParam("day", day)
                .queryParam("dryRun", dryRun)
                .post("/api/v1/admin/analytics/recount")
                .then();
    }
}
