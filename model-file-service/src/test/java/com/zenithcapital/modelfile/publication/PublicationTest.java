package com.zenithcapital.modelfile.publication;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicationTest {

    private static final String PUBLISHED = "zenith.model-files.version-published.v1";
    private static final String WITHDRAWN = "zenith.model-files.version-withdrawn.v1";

    @Inject
    Kept kept;

    @Test
    void anEditorPublishesAnAcceptedVersion() {
        Uploaded version = Api.accepted();
        String before = ana().get(version.path()).then().extract().header("ETag");

        eddie().post(version.path() + "/publish")
                .then()
                .statusCode(200)
                .header("ETag", not(before))
                .body("publishedAt", notNullValue())
                .body("publishedBy", is(Tokens.idOf("eddie")));

        visitor().get(version.publicPath()).then().statusCode(200).body("version", is(1));
        visitor().get("/api/v1/models/" + version.slug()).then().statusCode(200).body("latestVersion", is(1));
        assertThat(kept.facts(PUBLISHED, version.model())).isEqualTo(1);
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        Uploaded version = Api.published();

        eddie().post(version.path() + "/publish").then().statusCode(200);

        assertThat(kept.facts(PUBLISHED, version.model())).isEqualTo(1);
    }

    @Test
    void whatTheWorkbookSaysOfItselfIsForAnalystsAndEditors() {
        Uploaded version = Api.published();

        ana().get(version.path())
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("state", is("ACCEPTED"))
                .body("document.properties.creator", is("Ana"))
                .body("document.properties", hasKey("lastModifiedBy"))
                .body("document.definedNames.count", is(1))
                .body("document.definedNames.list[0].refersTo", is("Inputs!$B$2"))
                .body("document.charts", is(2))
                .body("document.protection.sheets", contains("Inputs"));
        rhea().get(version.publicPath()).then().statusCode(200).body("$", not(hasKey("document")));
    }

    @Test
    void aRejectedFileSaysNothingOfItself() {
        Uploaded rejected = Api.upload(Workbooks.rejected());
        settled(rejected.job());

        ana().get(rejected.path())
                .then()
                .statusCode(200)
                .body("state", is("REJECTED"))
                .body("$", hasKey("document"))
                .body("document", nullValue());
    }

    @Test
    void whatIsNotAcceptedCannotBePublished() {
        Uploaded rejected = Api.upload(Workbooks.rejected());
        settled(rejected.job());

        eddie().post(rejected.path() + "/publish")
                .then()
                .statusCode(409)
                .body("type", endsWith(":version-not-accepted"))
                .body("detail", is("Version 1 is REJECTED. Only an accepted version can be published."));
        visitor().get(rejected.publicPath()).then().statusCode(404);
    }

    @Test
    void aWithdrawnVersionIsGoneAndTheOneBeforeIsTheNewestAgain() {
        JsonPath model = Api.createModel("Two versions " + UUID.randomUUID());
        Uploaded first = Api.upload(model, Workbooks.accepted());
        Uploaded second = Api.upload(model, Workbooks.accepted());
        settled(first.job());
        settled(second.job());
        Api.publish(first);
        Api.publish(second);
        String slugPath = "/api/v1/models/" + first.slug();
        visitor().get(slugPath + "/versions").then().body("items.version", contains(2, 1));

        eddie().post(second.path() + "/withdraw").then().statusCode(200).body("withdrawnAt", notNullValue());

        visitor().get(slugPath).then().statusCode(200).body("latestVersion", is(1));
        for (String path : List.of("", "/sheets", "/sheets/0/rows")) {
            visitor()
                    .get(second.publicPath() + path)
                    .then()
                    .statusCode(410)
                    .body("type", endsWith(":gone"))
                    .body("detail", startsWith("Version 2 was withdrawn."));
        }
        rhea().get(second.publicPath() + "/content").then().statusCode(410);
        rhea().head(second.publicPath() + "/content").then().statusCode(410);
        visitor().get(slugPath + "/versions").then().body("items.version", contains(1));
        assertThat(kept.facts(WITHDRAWN, first.model())).isEqualTo(1);
    }

    @Test
    void aModelWhoseVersionsAreAllWithdrawnIsGone() {
        Uploaded version = Api.published();

        eddie().post(version.path() + "/withdraw").then().statusCode(200);

        visitor().get("/api/v1/models/" + version.slug()).then().statusCode(410);
        visitor().get("/api/v1/models/" + version.slug() + "/versions").then().statusCode(410);
        visitor().get("/api/v1/models/" + version.slug() + "/versions/2").then().statusCode(404);
    }

    @Test
    void whoHasAnOldVersionLearnsOfTheNewOne() {
        JsonPath model = Api.createModel("Old and new " + UUID.randomUUID());
        Uploaded first = publishedVersion(model);
        visitor().get(first.publicPath()).then().body("superseded", is(false)).body("latestVersion", is(1));
        String before = rhea().get(first.publicPath() + "/content").header("ETag");
        String adminBefore = ana().get(first.path()).header("ETag");

        Uploaded second = publishedVersion(model);

        visitor().get(first.publicPath()).then().body("superseded", is(true)).body("latestVersion", is(2));
        visitor()
                .get("/api/v1/models/" + first.slug() + "/versions")
                .then()
                .body("items.superseded", contains(false, true))
                .body("items.latestVersion", contains(2, 2));
        String latest = "<%s/content>; rel=\"latest-version\"".formatted(second.publicPath());
        assertThat(rhea().head(first.publicPath() + "/content").headers().getValues("Link"))
                .contains(latest);
        Response unchanged = rhea().header("If-None-Match", before).get(first.publicPath() + "/content");
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().getValues("Link"))
                .containsExactly(
                        latest, "</api/v1/models/%s/versions>; rel=\"version-history\"".formatted(first.slug()));
        ana().get(first.path()).then().body("superseded", is(true)).header("ETag", not(adminBefore));

        eddie().post(second.path() + "/withdraw").then().statusCode(200);

        visitor().get(first.publicPath()).then().body("superseded", is(false)).body("latestVersion", is(1));
    }

    @Test
    void anOlderVersionThatIsPublishedLaterIsSupersededAtOnce() {
        JsonPath model = Api.createModel("Later older " + UUID.randomUUID());
        Uploaded first = Api.upload(model, Workbooks.accepted());
        settled(first.job());
        publishedVersion(model);

        Api.publish(first);

        visitor().get(first.publicPath()).then().body("superseded", is(true)).body("latestVersion", is(2));
    }

    @Test
    void theBytesOfAWithdrawnVersionAreThatVersionAndStayWithdrawn() {
        byte[] workbook = Workbooks.accepted();
        Uploaded version = Api.upload(workbook);
        settled(version.job());
        Api.publish(version);
        eddie().post(version.path() + "/withdraw").then().statusCode(200);

        Api.post(version.model(), workbook)
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("job.id", is(version.job()));

        visitor().get(version.publicPath()).then().statusCode(410);
        assertThat(kept.versions(version.model())).isEqualTo(1);
    }

    private static Uploaded publishedVersion(JsonPath model) {
        Uploaded version = Api.upload(model, Workbooks.accepted());
        settled(version.job());
        Api.publish(version);
        return version;
    }

    @Test
    void aWithdrawnVersionCanBePublishedAgain() {
        Uploaded version = Api.published();
        eddie().post(version.path() + "/withdraw").then().statusCode(200);
        eddie().post(version.path() + "/withdraw").then().statusCode(200);

        eddie().post(version.path() + "/publish").then().statusCode(200).body("withdrawnAt", nullValue());

        visitor().get(version.publicPath()).then().statusCode(200);
        assertThat(kept.facts(PUBLISHED, version.model())).isEqualTo(2);
        assertThat(kept.facts(WITHDRAWN, version.model())).isEqualTo(1);
    }

    @Test
    void whatIsNotPublicCannotBeWithdrawn() {
        Uploaded version = Api.accepted();

        eddie().post(version.path() + "/withdraw")
                .then()
                .statusCode(409)
                .body("type", endsWith(":version-not-published"));
    }

    @Test
    void aHeadSaysWhatTheGetWould() {
        Uploaded version = Api.published();

        for (String path : List.of(version.path(), version.path() + "/inspection")) {
            Response answer = ana().head(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asByteArray()).isEmpty();
        }
        visitor().head(version.publicPath()).then().statusCode(200);
        visitor().head(version.publicPath() + "/sheets/0/rows").then().statusCode(200);
        ana().head(version.path() + "/content").then().statusCode(200);
        rhea().head(version.path()).then().statusCode(403);
    }

    @Test
    void nobodyButAnEditorDecides() {
        Uploaded version = Api.accepted();

        ana().post(version.path() + "/publish").then().statusCode(403);
        rhea().post(version.path() + "/publish").then().statusCode(403);
        visitor().post(version.path() + "/publish").then().statusCode(401);
        ana().post(version.path() + "/withdraw").then().statusCode(403);
        rhea().get(version.path() + "/inspection").then().statusCode(403);
    }

    @Test
    void whatThereIsNotIsNotFound() {
        Uploaded version = Api.accepted();
        String none = "/api/v1/admin/models/" + version.model() + "/versions/99";

        eddie().post(none + "/publish").then().statusCode(404);
        eddie().get(none).then().statusCode(404);
        eddie().get(none + "/inspection").then().statusCode(404);
        eddie().post("/api/v1/admin/models/" + UUID.randomUUID() + "/versions/1/publish")
                .then()
                .statusCode(404);
    }
}
