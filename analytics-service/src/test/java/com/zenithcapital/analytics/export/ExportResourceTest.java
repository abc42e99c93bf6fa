package com.zenithcapital.analytics.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.analytics.rows.MadeUp;
import com.zenithcapital.analytics.rows.RollupRows;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExportResourceTest {

    private static final String ANALYTICS = "/api/v1/admin/analytics/";
    private static final String PERIOD = "&from=2026-03-26&to=2026-03-30";
    private static final List<MadeUp> EVENTS =
            MadeUp.visits(150, Instant.parse("2026-03-25T00:00:00Z"), Duration.ofDays(6), 21);

    @Inject
    RollupRows rows;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void fill() {
        rows.replace(EVENTS);
    }

    @Test
    void aBreakdownAsCsvHasEveryValueOfAllPages() throws IOException {
        // Given
        JsonPath asked = get("breakdown?dimension=insight&limit=100" + PERIOD).jsonPath();

        // When
        ExtractableResponse<Response> file = get("export?format=csv&query=breakdown&dimension=insight" + PERIOD);

        // Then
        List<CSVRecord> records = csv(file);
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.header("Content-Disposition"))
                .matches("attachment; filename=\"zenith-breakdown-insight-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(records.getFirst().toList())
                .containsExactly("insight", "visitors", "visits", "pageviews", "downloads", "events");
        List<Map<String, Object>> items = asked.getList("items");
        assertThat(records.subList(1, records.size()).stream()
                        .map(CSVRecord::toList)
                        .toList())
                .isEqualTo(items.stream()
                        .map(item -> List.of("value", "visitors", "visits", "pageviews", "downloads", "events").stream()
                                .map(name -> String.valueOf(item.get(name)))
                                .toList())
                        .toList());
    }

    @Test
    void aTimeseriesAsXlsxHasItsPointsAsNumbers() throws IOException {
        // Given
        JsonPath asked =
                get("timeseries?interval=hour&zone=Europe/Berlin" + PERIOD).jsonPath();

        // When
        ExtractableResponse<Response> file =
                get("export?format=xlsx&query=timeseries&interval=hour&zone=Europe/Berlin" + PERIOD);

        // Then
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            List<Integer> pageviews = asked.getList("points.pageviews", Integer.class);
            assertThat(sheet.getLastRowNum()).isEqualTo(pageviews.size());
            for (int i = 0; i < pageviews.size(); i++) {
                assertThat(sheet.getRow(i + 1).getCell(0).getStringCellValue())
                        .isEqualTo(asked.getString("points[%d].at".formatted(i)));
                assertThat((int) sheet.getRow(i + 1).getCell(4).getNumericCellValue())
                        .isEqualTo(pageviews.get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query=summary&from=2026-03-26&to=2026-03-30",
                "query=timeseries&from=2026-03-26&to=2026-03-30",
                "query=filtered",
                "query=filtered&reason=bot-user-agent",
                "query=readership",
                "query=funnel&steps=insight,download",
                "query=retention&weeks=4"
            })
    void everyOtherAnswerIsAFileToo(String question) throws IOException {
        // When
        List<CSVRecord> csv = csv(get("export?format=csv&" + question));
        byte[] xlsx = get("export?format=xlsx&" + question).asByteArray();

        // Then
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(csv.size() - 1);
            assertThat(csv).allMatch(record -> record.size() == csv.getFirst().size());
        }
    }

    @Test
    void theLedgerAndReadershipAreExportedToTheirEnd() throws IOException {
        // Given
        database.update("delete from filtered_event");
        database.update("delete from reader");
        database.update("""
                insert into filtered_event (received_at, occurred_at, id, reason, name, path)
                select timestamptz '2026-03-02Z' + n * interval '1 second', now(), gen_random_uuid(), 'many', 'pageview', '=1+' || n
                from generate_series(1, 250) as n
                """);
        database.update("insert into reader values ('rhea', 'Rhea', now())");
        database.update("""
                insert into readership
                select 'rhea', date '2026-03-02', 'insight', 'slug-' || n, 1, 0 from generate_series(1, 250) as n
                """);

        // When
        List<CSVRecord> ledger = csv(get("export?format=csv&query=filtered&reason=many&from=2026-03-01&to=2026-03-04"));
        List<CSVRecord> readership =
                csv(get("export?format=csv&query=readership&reader=rhea&from=2026-03-01&to=2026-03-04"));

        // Then
        assertThat(ledger).hasSize(251);
        assertThat(ledger.get(1).get(5)).isEqualTo("'=1+250");
        assertThat(readership).hasSize(251);
        assertThat(readership.stream().skip(1).map(record -> record.get(4))).doesNotHaveDuplicates();
    }

    @Test
    void theRawEventsOfADayAreLinesInTheirOrderWithoutVisitors() throws IOException {
        // Given
        database.update("delete from event where occurred_at < timestamptz '2026-03-04Z'");
        database.update("""
                insert into event (occurred_at, received_at, id, visitor, visit, starts_visit, name, path, props)
                select timestamptz '2026-03-02Z' + (n / 3) * interval '1 second', now(), gen_random_uuid(), 1234567890123456789, -1, false,
                       'pageview', '/p' || n, '{"a": null, "n": 1}'
                from generate_series(0, 2499) as n
                """);
        event("2026-03-01T23:59:59.999Z");
        event("2026-03-03T00:00:00Z");

        // When
        ExtractableResponse<Response> file = get("export/events?day=2026-03-02");

        // Then
        List<JsonNode> events = new ArrayList<>();
        for (String line : file.asString().lines().toList()) {
            events.add(json.readTree(line));
        }
        assertThat(file.header("Content-Disposition")).contains("zenith-events-2026-03-02.ndjson");
        assertThat(file.contentType()).startsWith("application/x-ndjson");
        assertThat(events).hasSize(2_500);
        assertThat(events.stream().map(event -> event.path("id").asText())).doesNotHaveDuplicates();
        assertThat(events.stream()
                        .map(event -> Instant.parse(event.path("occurredAt").asText())))
                .isSorted();
        assertThat(events.getFirst().path("visit").asText()).isEqualTo("ffffffffffffffff");
        assertThat(events.getFirst().at("/props/n").asInt()).isEqualTo(1);
        assertThat(file.asString()).doesNotContain("1234567890123456789", "visitor");
    }

    private void event(String at) {
        database.update(
                "insert into event (occurred_at, received_at, id, starts_visit, name, path) values (?, now(), ?, true, 'x', '/')",
                Instant.parse(at),
                UUID.randomUUID());
    }

    private static List<CSVRecord> csv(ExtractableResponse<Response> file) throws IOException {
        try (StringReader in = new StringReader(file.asString())) {
            return CSVFormat.RFC4180.parse(in).getRecords();
        }
    }

    private static ExtractableResponse<Response> get(String question) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("ada", "admin"))
                .get(ANALYTICS + question)
                .then()
                .statusCode(200)
                .extract();
    }
}
