package com.zenithcapital.content.testing;

import static io.restassured.RestAssured.given;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its callers use it. Each call is one request by one person. */
public final class Api {

    public static final String INSIGHTS = "/api/v1/admin/insights";

    private Api() {}

    public static RequestSpecification as(String user, String... roles) {
        return given().header("Authorization", "Bearer " + Tokens.of(user, roles))
                .contentType("application/json");
    }

    public static RequestSpecification ana() {
        return as("ana", "analyst");
    }

    /** Another analyst. */
    public static RequestSpecification ben() {
        return as("ben", "analyst");
    }

    public static RequestSpecification eddie() {
        return as("eddie", "editor");
    }

    /** Another editor. */
    public static RequestSpecification erin() {
        return as("erin", "editor");
    }

    public static RequestSpecification max() {
        return as("max", "analyst", "editor", "admin", "reader");
    }

    public static RequestSpecification rhea() {
        return as("rhea", "reader");
    }

    public static RequestSpecification visitor() {
        return given();
    }

    /** A text with all its fields, under a title nobody else has. */
    public static Map<String, Object> text() {
        return text("Rivian " + UUID.randomUUID());
    }

    public static Map<String, Object> text(String title) {
        Map<String, Object> text = new HashMap<>();
        text.put("title", title);
        text.put("summary", "Deliveries and margins.");
        text.put("body", "## Deliveries\n\nRivian delivered **more** than we thought.");
        text.put("tags", List.of("Autos", "EV"));
        text.put("authors", List.of("Ana Analyst"));
        text.put("issuer", "Rivian");
        text.put("ticker", "RIVN");
        text.put("rating", "Buy");
        text.put("targetPrice", Map.of("amount", 21.5, "currency", "USD"));
        text.put("disclosures", List.of("The author holds no shares."));
        return text;
    }

    /** The same text with another value in one field. */
    public static Map<String, Object> with(Map<String, Object> text, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(text);
        changed.put(field, value);
        return changed;
    }

    /** The id of a new draft of ana's. */
    public static String draft() {
        return draft(text());
    }

    public static String draft(Map<String, Object> text) {
        return ana().body(text).post(INSIGHTS).then().statusCode(201).extract().path("id");
    }

    public static String submitted(Map<String, Object> text) {
        String id = draft(text);
        ana().post(INSIGHTS + "/{id}/submit", id).then().statusCode(200);
        return id;
    }

    public static String approved(Map<String, Object> text) {
        return approvedBy("eddie", text);
    }

    public static String approvedBy(String editor, Map<String, Object> text) {
        String id = submitted(text);
        as(editor, "editor").post(INSIGHTS + "/{id}/approve", id).then().statusCode(200);
        return id;
    }

    public static String published(Map<String, Object> text) {
        String id = approved(text);
        eddie().post(INSIGHTS + "/{id}/publish", id).then().statusCode(200);
        return id;
    }

    public static ValidatableResponse get(String id) {
        return ana().get(INSIGHTS + "/{id}", id).then();
    }

    public static String state(String id) {
        return get(id).statusCode(200).extract().path("state");
    }

    public static String tag(String id) {
        return get(id).statusCode(200).extract().header("ETag");
    }

    public static String slug(String id) {
        return get(id).statusCode(200).extract().path("slug");
    }

    /** Ana saves it over what it is now. */
    public static ValidatableResponse save(String id, Map<String, Object> text) {
        return ana().header("If-Match", tag(id))
                .body(text)
                .put(INSIGHTS + "/{id}", id)
                .then();
    }
}
