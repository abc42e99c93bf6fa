package com.zenithcapital.analytics.intake;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests as a page of the site has a browser send them. */
final class Sent {

    static final String SITE = "https://www.zenith.example";
    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    static final String EVENTS = "/api/v1/events";

    private Sent() {}

    /** By a page of the site. */
    static RequestSpecification browser() {
        return browser(FIREFOX);
    }

    static RequestSpecification browser(String userAgent) {
        return program().header("User-Agent", userAgent).header("Origin", SITE);
    }

    /** By whatever is no browser. */
    static RequestSpecification program() {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/json");
    }

    static ValidatableResponse post(RequestSpecification request, String body) {
        return request.body(body).when().post(EVENTS).then();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** The least that a page view is. */
    static String pageView(String id, String url) {
        return """
                {"id":"%s","name":"pageview","url":"%s"}""".formatted(id, url);
    }
}
