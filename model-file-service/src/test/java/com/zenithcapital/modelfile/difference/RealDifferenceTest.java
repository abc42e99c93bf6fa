package com.zenithcapital.modelfile.difference;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zenithcapital.local.sample.RevisedModel;
import com.zenithcapital.modelfile.difference.DifferenceDocument.Cell;
import com.zenithcapital.modelfile.difference.DifferenceDocument.Lines;
import com.zenithcapital.modelfile.difference.DifferenceDocument.Moved;
import com.zenithcapital.modelfile.difference.DifferenceDocument.Output;
import com.zenithcapital.modelfile.difference.DifferenceDocument.Sheet;
import com.zenithcapital.modelfile.difference.DifferenceDocument.State;
import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The engine as it is shipped, on two versions of a model, from their upload to the answer. */
@QuarkusTest
class RealDifferenceTest {

    /** Strict, so that the OpenAPI document says neither less nor more than the engine. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @Inject
    Kept kept;

    @Test
    void whatChangedAndWhatMovedIsKeptOnceTheSecondVersionIsAccepted() throws JsonProcessingException {
        // Given
        JsonPath model = Api.createModel("Revised " + UUID.randomUUID());
        version(model, RevisedModel.before(), "model.xlsx");
        Uploaded second = version(model, RevisedModel.after(), "model.xlsx");
        await("difference is kept")
                .atMost(Api.VERDICT)
                .until(() -> standing(second).equals("AVAILABLE"));

        // When
        Response answer = ana().get(second.path() + "/diff");

        // Then
        answer.then().statusCode(200).contentType("application/json");
        DifferenceDocument difference = JSON.readValue(answer.asString(), DifferenceDocument.class);
        assertThat(difference.same()).isFalse();
        assertThat(difference.names().count()).isZero();
        assertThat(difference.sheets()).extracting(Sheet::name).containsExactly("Inputs", "Result");
        Sheet inputs = difference.sheets().getFirst();
        assertThat(inputs.rows()).isEqualTo(new Lines(1, List.of("3"), 0, List.of()));
        assertThat(inputs.cells().list())
                .containsExactly(new Cell("value", "B1", "B1", number("0.05", null), number("0.08", null), null));
        Sheet result = difference.sheets().getLast();
        assertThat(result.cells().recalculated()).isEqualTo(2);
        assertThat(result.cells().list())
                .containsExactly(new Cell(
                        "formula", "B3", "B3", number("450", "B1-B2"), number("430", "B1-B2-Inputs!B3"), null));
        assertThat(difference.moved())
                .isEqualTo(new Moved(
                        true,
                        2,
                        0,
                        2,
                        List.of(
                                new Output("Result", "B1", "NextRevenue", "1050", "1080"),
                                new Output("Result", "B4", null, "0.428571428571429", "0.398148148148148"))));
        assertThat(eddie().get(second.path() + "/diff").asString()).isEqualTo(answer.asString());
    }

    private static State number(String value, @Nullable String formula) {
        return new State("number", value, formula, "General");
    }

    @Test
    void aReaderGetsAPageThatNamesTheVersionsAndRunsNothing() {
        // Given
        JsonPath model = Api.createModel("Revised " + UUID.randomUUID());
        Api.publish(version(model, RevisedModel.before(), "model.xlsx"));
        Uploaded second = version(model, RevisedModel.after(), "model.xlsx");
        Api.publish(second);

        // When
        Response page = rhea().header("Accept", "text/html").get(second.publicPath() + "/diff");

        // Then
        page.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff");
        assertThat(page.asString())
                .startsWith("<!DOCTYPE html>")
                .contains("From <del>version 1</del> to <ins>version 2</ins>")
                .contains("NextRevenue: Result!B1")
                .contains("Inserted rows (1): 3.")
                .doesNotContainIgnoringCase("<script")
                .endsWith("</html>\n");
    }

    @Test
    void aVersionOfExcel97IsAcceptedAndTheAnswerSaysWhyItCannotBeCompared() throws IOException {
        // Given
        JsonPath model = Api.createModel("Of 1997 " + UUID.randomUUID());
        version(model, excel97(), "model.xls");
        Uploaded second = version(model, RevisedModel.after(), "model.xlsx");
        await("it is given up").atMost(Api.VERDICT).until(() -> standing(second).equals("UNAVAILABLE"));

        // When, then
        ana().get(second.path() + "/diff")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith(":difference-not-available"))
                .body("detail", containsString("saved as .xlsx"))
                .body("detail", endsWith("(not-supported)."));
    }

    private static byte[] excel97() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Inputs").createRow(0).createCell(0).setCellValue(0.05);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Uploaded version(JsonPath model, byte[] workbook, String filename) {
        JsonPath answer = ana().contentType(filename.endsWith(".xls") ? "application/vnd.ms-excel" : Api.XLSX)
                .header("X-Filename", filename)
                .body(workbook)
                .post("/api/v1/admin/models/{id}/versions", model.getString("id"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        Uploaded version = new Uploaded(
                model.getString("id"), model.getString("slug"), answer.getString("job.id"), answer.getInt("version"));
        assertThat(settled(version.job()).getString("state")).isEqualTo("ACCEPTED");
        return version;
    }

    private String standing(Uploaded version) {
        for (String state : List.of("AVAILABLE", "UNAVAILABLE")) {
            long pairs = kept.count("""
                    select count(*) as count from difference d join version v on v.id = d.to_version
                    where v.model_id = ?::uuid and v.number = ? and d.state = ?
                    """, version.model(), version.version(), state);
            if (pairs == 1) {
                return state;
            }
        }
        return "none";
    }
}
