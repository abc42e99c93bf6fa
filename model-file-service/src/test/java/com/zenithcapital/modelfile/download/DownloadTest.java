package com.zenithcapital.modelfile.download;

import static com.zenithcapital.modelfile.testing.Api.ana;
import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.platform.testing.S3Resource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DownloadTest {

    private static final String DOWNLOADED = "zenith.model-files.download-started.v1";

    @Inject
    Kept kept;

    private final byte[] workbook = Workbooks.sized("accept", 300_005);
    private Uploaded version = new Uploaded("", "", "", 0);
    private String content = "";
    private String tag = "";
    private String reprDigest = "";

    @BeforeEach
    void publish() throws Exception {
        version = Api.upload(Api.createModel("Download " + UUID.randomUUID()), workbook);
        settled(version.job());
        Api.publish(version);
        content = version.publicPath() + "/content";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(workbook);
        tag = "\"" + HexFormat.of().formatHex(digest) + "\"";
        reprDigest = "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(digest));
    }

    @Test
    void aClientGetsTheBytesAndWhatTheyAre() {
        Response answer = rhea().get(content);

        answer.then()
                .statusCode(200)
                .contentType(Api.XLSX)
                .header("ETag", tag)
                .header("Content-Length", Integer.toString(workbook.length))
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", reprDigest)
                .header("Content-Disposition", "attachment; filename=\"model.xlsx\"; filename*=UTF-8''model.xlsx")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-cache");
        assertThat(answer.asByteArray()).isEqualTo(workbook);
        assertThat(kept.facts(DOWNLOADED, version.model())).isEqualTo(1);
    }

    @Test
    void oneRangeIsPartOfTheBytes() {
        Response answer = rhea().header("Range", "bytes=100-199").get(content);

        answer.then()
                .statusCode(206)
                .header("Content-Range", "bytes 100-199/" + workbook.length)
                .header("Content-Length", "100")
                .header("Repr-Digest", reprDigest)
                .header("ETag", tag);
        assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(workbook, 100, 200));
    }

    @Test
    void aSuffixIsTheirEnd() {
        Response answer = rhea().header("Range", "bytes=-5").get(content);

        answer.then().statusCode(206);
        assertThat(answer.asByteArray()).isEqualTo(Arrays.copyOfRange(workbook, workbook.length - 5, workbook.length));
    }

    @Test
    void aRangePastTheEndIsUnsatisfiable() {
        rhea().header("Range", "bytes=%d-".formatted(workbook.length))
                .get(content)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + workbook.length)
                .contentType("application/problem+json")
                .body("type", endsWith(":range-not-satisfiable"))
                .body("instance", is(content));
    }

    @Test
    void severalRangesArePartsOfOneBody() {
        Response answer = rhea().header("Range", "bytes=200000-200099,10-19,-5").get(content);

        answer.then()
                .statusCode(206)
                .header("Content-Type", startsWith("multipart/byteranges; boundary="))
                .header("Content-Range", nullValue())
                .header("ETag", tag)
                .header("Repr-Digest", reprDigest);
        byte[] body = answer.asByteArray();
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(body.length));
        String boundary = answer.header("Content-Type").split("boundary=", 2)[1];
        assertThat(body)
                .isEqualTo(concatenated(
                        part(boundary, "200000-200099"),
                        Arrays.copyOfRange(workbook, 200_000, 200_100),
                        part(boundary, "10-19"),
                        Arrays.copyOfRange(workbook, 10, 20),
                        part(boundary, "300000-300004"),
                        Arrays.copyOfRange(workbook, 300_000, 300_005),
                        "\r\n--%s--\r\n".formatted(boundary).getBytes(US_ASCII)));
        assertThat(kept.facts(DOWNLOADED, version.model())).isZero();
    }

    @Test
    void severalRangesFromTheFirstByteOnAreADownloadBegun() {
        rhea().header("Range", "bytes=5000-5001,0-1").get(content).then().statusCode(206);

        assertThat(kept.facts(DOWNLOADED, version.model())).isEqualTo(1);
    }

    @Test
    void rangesOverTheSameBytesAreSentOnce() {
        rhea().header("Range", "bytes=0-99,50-149")
                .get(content)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 0-149/" + workbook.length);
    }

    @Test
    void rangesThatOnlyServeToBurdenUsAreRefused() {
        String many = IntStream.range(0, 17)
                .mapToObj(i -> "%d-%d".formatted(i * 1_000, i * 1_000))
                .collect(Collectors.joining(","));
        for (String ranges : List.of(many, "0-,1-,2-")) {
            rhea().header("Range", "bytes=" + ranges)
                    .get(content)
                    .then()
                    .statusCode(416)
                    .header("Content-Range", "bytes */" + workbook.length)
                    .body("type", endsWith(":range-not-satisfiable"));
        }

        assertThat(kept.facts(DOWNLOADED, version.model())).isZero();
    }

    @Test
    void aRangeMeansNothingToAHead() {
        rhea().header("Range", "bytes=5-9")
                .head(content)
                .then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(workbook.length))
                .header("Content-Range", nullValue())
                .header("Repr-Digest", reprDigest);
    }

    @Test
    void whoAsksForOtherBytesIsTold() {
        rhea().header("If-Match", "\"other\"")
                .get(content)
                .then()
                .statusCode(412)
                .body("type", endsWith(":precondition-failed"));
        rhea().header("If-Match", "\"other\"").head(content).then().statusCode(412);
        rhea().header("If-Match", tag + ", \"other\"").get(content).then().statusCode(200);

        assertThat(kept.facts(DOWNLOADED, version.model())).isEqualTo(1);
    }

    @Test
    void aRangeCountsOnlyForTheBytesItWasMeantFor() {
        rhea().header("Range", "bytes=5-9")
                .header("If-Range", tag)
                .get(content)
                .then()
                .statusCode(206);
        rhea().header("Range", "bytes=5-9")
                .header("If-Range", "\"older\"")
                .get(content)
                .then()
                .statusCode(200);
        rhea().header("Range", "bytes=5-9")
                .header("If-Range", "W/" + tag)
                .get(content)
                .then()
                .statusCode(200);
        rhea().header("Range", "bytes=5-9")
                .header("If-Range", "Mon, 01 Jan 2024 00:00:00 GMT")
                .get(content)
                .then()
                .statusCode(200);
    }

    @Test
    void goingOnWithADownloadIsNotStartingOne() {
        rhea().header("Range", "bytes=0-99").get(content).then().statusCode(206);
        rhea().header("Range", "bytes=100-199").get(content).then().statusCode(206);
        rhea().header("Range", "bytes=-10").get(content).then().statusCode(206);
        rhea().header("If-None-Match", tag).get(content).then().statusCode(304);
        rhea().head(content).then().statusCode(200);
        rhea().header("Range", "bytes=%d-".formatted(workbook.length))
                .get(content)
                .then()
                .statusCode(416);

        assertThat(kept.facts(DOWNLOADED, version.model())).isEqualTo(1);
    }

    @Test
    void theHeadSaysWhatTheBodyWouldBe() {
        Response answer = rhea().head(content);

        answer.then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(workbook.length))
                .header("ETag", tag)
                .header("Accept-Ranges", "bytes")
                .contentType(Api.XLSX);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void whatTheClientHasIsNotSentAgain() {
        Response answer = rhea().header("If-None-Match", tag).get(content);

        answer.then().statusCode(304).header("ETag", tag);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void nobodyElseGetsThem() {
        visitor().get(content).then().statusCode(401).body("type", endsWith(":unauthenticated"));
        ana().get(content).then().statusCode(403).body("type", endsWith(":forbidden"));
        rhea().get(version.path() + "/content").then().statusCode(403);
    }

    @Test
    void whatIsNotPublicIsForAnalystsAndEditorsOnceItIsAccepted() {
        Uploaded accepted = Api.accepted();
        Uploaded rejected = Api.upload(Workbooks.rejected());
        settled(rejected.job());

        rhea().get(accepted.publicPath() + "/content").then().statusCode(404);
        ana().get(accepted.path() + "/content").then().statusCode(200);
        eddie().header("Range", "bytes=0-3")
                .get(accepted.path() + "/content")
                .then()
                .statusCode(206);
        ana().head(accepted.path() + "/content").then().statusCode(200);
        ana().get(rejected.path() + "/content").then().statusCode(404);
        assertThat(kept.facts(DOWNLOADED, accepted.model())).isZero();
    }

    private static byte[] part(String boundary, String range) {
        return "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: bytes %s/300005\r\n\r\n"
                .formatted(boundary, Api.XLSX, range)
                .getBytes(US_ASCII);
    }

    private static byte[] concatenated(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    @Test
    void whileStorageIsAwayTheClientIsToldToComeAgainAndNothingIsCounted() {
        S3Resource.part().kill();
        try {
            rhea().get(content).then().statusCode(503).body("type", is("urn:zenith:problem:unavailable"));
        } finally {
            S3Resource.part().start();
        }

        assertThat(kept.facts(DOWNLOADED, version.model())).isZero();
    }
}
