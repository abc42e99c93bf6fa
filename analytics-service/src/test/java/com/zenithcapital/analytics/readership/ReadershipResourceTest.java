package com.zenithcapital.analytics.readership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadershipResourceTest {

    private static final String READERSHIP = "/api/v1/admin/analytics/readership";
    private static final String PERIOD = "?from=2026-03-01&to=2026-03-05";

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void fill() {
        database.update("delete from reader");
        for (String reader : List.of("rhea", "rob", "a/b c")) {
            database.update("insert into reader values (?, ?, now())", reader, "Name of " + reader);
            database.update("insert into reader_week values (?, date '2026-03-02')", reader);
        }
        reading("rhea", "2026-03-01", "insight", "copper", 3, 0);
        reading("rhea", "2026-03-02", "model", "copper", 1, 2);
        reading("rhea", "2026-03-02", "insight", "copper", 1, 0);
        reading("rob", "2026-03-02", "insight", "copper", 5, 0);
        reading("rob", "2026-03-04", "insight", "zinc", 1, 0);
        reading("rob", "2026-03-05", "insight", "zinc", 9, 0);
        reading("a/b c", "2026-03-03", "insight", "zinc", 1, 0);
    }

    @Test
    void ofOneClientItTellsWhatWasReadTheNewestDayFirst() {
        // When
        JsonPath list = list(PERIOD + "&reader=rhea");

        // Then
        assertThat(list.getList("items.day", String.class)).containsExactly("2026-03-02", "2026-03-02", "2026-03-01");
        assertThat(list.getList("items.kind", String.class)).containsExactly("model", "insight", "insight");
        assertThat(list.getString("items[0].reader.name")).isEqualTo("Name of rhea");
        assertThat(list.getLong("items[0].downloads")).isEqualTo(2);
        assertThat(list.getLong("items[2].views")).isEqualTo(3);
        assertThat(list.<Object>get("next")).isNull();
    }

    @Test
    void ofOneObjectItTellsWhoReadIt() {
        // When
        JsonPath list = list(PERIOD + "&kind=insight&slug=copper");

        // Then
        assertThat(list.getList("items.reader.id", String.class)).containsExactly("rob", "rhea", "rhea");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void pagesHaveEachLineOnce(int limit) {
        // Given
        List<String> whole = lines(list(PERIOD));

        // When
        List<String> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = list(PERIOD + "&limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
            paged.addAll(lines(page));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(whole).hasSize(6);
        assertThat(paged).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rhea", "a/b c"})
    void anErasureLeavesNothingOfOneClientAndAllOfTheOthers(String reader) {
        // Given
        double before = erased();
        long others = rows("readership where reader <> ?", reader);

        // When
        ValidatableResponse answer =
                admin().delete(READERSHIP + "/{reader}", reader).then();

        // Then
        answer.statusCode(204);
        assertThat(rows("reader where id = ?", reader)).isZero();
        assertThat(rows("readership where reader = ?", reader)).isZero();
        assertThat(rows("reader_week where reader = ?", reader)).isZero();
        assertThat(rows("readership where reader <> ?", reader)).isEqualTo(others);
        assertThat(erased() - before).isEqualTo(1);
    }

    @Test
    void whetherThereWasAnythingIsNotTold() {
        // When
        ValidatableResponse answer = admin().delete(READERSHIP + "/nobody").then();

        // Then
        answer.statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "analyst", "editor"})
    void nobodyElseErases(String role) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("sam", role))
                .delete(READERSHIP + "/rhea")
                .then();

        // Then
        answer.statusCode(403).body("type", is("urn:zenith:problem:forbidden"));
        assertThat(rows("reader where id = ?", "rhea")).isEqualTo(1);
    }

    private double erased() {
        return metrics.get("zenith.analytics.readership.erased").counter().count();
    }

    private long rows(String from, String reader) {
        return database.first("select count(*) as count from " + from, row -> row.number("count"), reader)
                .orElseThrow();
    }

    private void reading(String reader, String day, String kind, String slug, long views, long downloads) {
        database.update(
                "insert into readership values (?, ?, ?, ?, ?, ?)",
                reader,
                LocalDate.parse(day),
                kind,
                slug,
                views,
                downloads);
    }

    private static List<String> lines(JsonPath list) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < list.getList("items").size(); i++) {
            String item = "items[%d].".formatted(i);
            lines.add(list.getString(item + "day")
                    + list.getString(item + "reader.id")
                    + list.getString(item + "kind")
                    + list.getString(item + "slug"));
        }
        return lines;
    }

    private static JsonPath list(String question) {
        return admin().urlEncodingEnabled(false)
                .get(READERSHIP + question)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("ada", "admin"));
    }
}
