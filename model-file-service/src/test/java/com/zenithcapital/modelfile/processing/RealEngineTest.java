package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.modelfile.testing.Api.settled;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine as it is shipped, on workbooks as they are made and abused. */
@QuarkusTest
class RealEngineTest {

    @Test
    void anHonestModelIsAcceptedAndCanBeLookedInto() {
        Uploaded version = Api.upload(SampleWorkbook.of(Size.TINY).withSeed(7).toBytes());

        JsonPath job = settled(version.job());

        assertThat(job.getString("state")).isEqualTo("ACCEPTED");
        assertThat(Api.ana()
                        .get(version.path())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getInt("document.definedNames.count"))
                .isPositive();
        Api.publish(version);
        JsonPath sheets = Api.visitor()
                .get(version.publicPath() + "/sheets")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(sheets.getList("items.name", String.class))
                .contains("Inputs")
                .doesNotContain("Checks");
        JsonPath rows = Api.visitor()
                .get(version.publicPath() + "/sheets/1/rows")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(rows.getList("rows")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MACRO, macro-not-allowed",
        "ENCRYPTED, encrypted",
        "DTD, dtd-not-allowed",
        "DUPLICATE_ENTRY, duplicate-entry",
        "OLE_OBJECT, active-content",
        "BOMB, zip-bomb",
        "TRUNCATED, truncated"
    })
    void aHostileOneIsRejectedWithItsRule(Trait trait, String slug) {
        Uploaded version = Api.upload(SampleWorkbook.of(trait).toBytes());

        JsonPath job = settled(version.job());

        assertThat(job.getString("state")).isEqualTo("REJECTED");
        assertThat(job.getString("reason.slug")).isEqualTo(slug);
        assertThat(job.getInt("attempts")).isEqualTo(1);
    }
}
