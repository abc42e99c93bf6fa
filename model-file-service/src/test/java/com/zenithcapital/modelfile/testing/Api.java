package com.zenithcapital.modelfile.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The service as its callers use it. Each call is one request by one person. */
public final class Api {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final Duration VERDICT = Duration.ofSeconds(60);

    private static final Set<String> SETTLED = Set.of("ACCEPTED", "REJECTED", "FAILED");

    private Api() {}

    /** A model and one of its versions, as tests speak of them. */
    public record Uploaded(String model, String slug, String job, int version) {
        public String path() {
            return "/api/v1/admin/models/%s/versions/%d".formatted(model, version);
        }

        public String publicPath() {
            return "/api/v1/models/%s/versions/%d".formatted(slug, version);
        }
    }

    public static RequestSpecification as(String user, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.of(user, roles));
    }

    public static RequestSpecification ana() {
        return as("ana", "analyst");
    }

    public static RequestSpecification eddie() {
        return as("eddie", "editor");
    }

    public static RequestSpecification rhea() {
        return as("rhea", "reader");
    }

    public static RequestSpecification visitor() {
        return given();
    }

    /** The id of a new model of ana's. */
    public static String createModel() {
        return createModel("Model " + UUID.randomUUID()).getString("id");
    }

    public static JsonPath createModel(String title) {
        return ana().contentType("application/json")
                .body(Map.of("title", title))
                .post("/api/v1/admin/models")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static Response post(String model, byte[] workbook) {
        return ana().contentType(XLSX)
                .header("X-Filename", "model.xlsx")
                .body(workbook)
                .post("/api/v1/admin/models/{id}/versions", model);
    }

    /** Ana's upload of a workbook to a new model. */
    public static Uploaded upload(byte[] workbook) {
        return upload(createModel("Model " + UUID.randomUUID()), workbook);
    }

    public static Uploaded upload(JsonPath model, byte[] workbook) {
        JsonPath answer = post(model.getString("id"), workbook)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        return new Uploaded(
                model.getString("id"), model.getString("slug"), answer.getString("job.id"), answer.getInt("version"));
    }

    public static ValidatableResponse job(String job) {
        return ana().get("/api/v1/admin/jobs/{id}", job).then();
    }

    /** The job once it is settled. */
    public static JsonPath settled(String job) {
        return await("verdict of " + job)
                .atMost(VERDICT)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> job(job).statusCode(200).extract().jsonPath(),
                        answer -> SETTLED.contains(answer.getString("state")));
    }

    public static Uploaded accepted() {
        Uploaded uploaded = upload(Workbooks.accepted());
        settled(uploaded.job());
        return uploaded;
    }

    public static Uploaded published() {
        Uploaded uploaded = accepted();
        publish(uploaded);
        return uploaded;
    }

    public static void publish(Uploaded version) {
        eddie().post(version.path() + "/publish").then().statusCode(200);
    }
}
