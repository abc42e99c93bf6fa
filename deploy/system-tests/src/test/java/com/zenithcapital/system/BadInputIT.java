package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a careless or hostile client sends through the gateway: the right refusal, and nothing left behind. */
@ExtendWith(SharedZenith.class)
class BadInputIT {

    private static final long LIMIT = 52_428_800;
    private static final byte[] ZIP_SIGNATURE = {'P', 'K', 3, 4};

    private final Zenith zenith;
    private Model model;
    private Footprint before;

    BadInputIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @BeforeEach
    void rememberWhatIsThere() {
        model = zenith.desk("ana").create("Model for bad input " + UUID.randomUUID());
        before = Footprint.of(zenith);
    }

    @Test
    void anEmptyBody() {
        Answer answer = upload("ana").send("POST", model.versions(), BodyPublishers.noBody());

        answer.expectProblem(400, "empty-upload");
        assertNothingIsLeft();
    }

    @Test
    void aPdfNamedXlsx() {
        Answer answer = zenith.desk("ana").send(model, zenith.workbook(Trait.PDF), "model.xlsx");

        answer.expectProblem(422, "not-a-workbook");
        assertNothingIsLeft();
    }

    @Test
    void oneByteTooManyWithItsLengthAnnounced() throws IOException {
        Path file = oneByteTooMany();

        Answer answer = zenith.desk("ana").send(model, file, "model.xlsx");

        answer.expectProblem(413, "payload-too-large");
        assertNothingIsLeft();
    }

    @Test
    void oneByteTooManyInChunks() throws IOException {
        try (RawUpload upload = RawUpload.chunked(zenith.gateway(), model.versions(), zenith.token("ana"))) {
            upload.writeChunks(ZIP_SIGNATURE, LIMIT + 1);

            upload.answer().expectProblem(413, "payload-too-large");
        }
        assertNothingIsLeft();
    }

    @Test
    void farTooManyInChunksAreCutOffAtTheLimit() throws IOException {
        try (RawUpload upload = RawUpload.chunked(zenith.gateway(), model.versions(), zenith.token("ana"))) {
            upload.writeChunks(ZIP_SIGNATURE, 4 * LIMIT);

            upload.answer().expectProblem(413, "payload-too-large");
        }
        assertNothingIsLeft();
    }

    @Test
    void anUploadThatIsCutOff() throws IOException {
        RawUpload upload = RawUpload.ofLength(zenith.gateway(), model.versions(), zenith.token("ana"), 20_000_000);

        upload.write(Arrays.copyOf(ZIP_SIGNATURE, 12_000_000));
        upload.abort();

        assertNothingIsLeft();
    }

    @Test
    void aBodySlowerThanTheLimit() throws IOException {
        try (RawUpload upload =
                RawUpload.ofLength(zenith.gateway(), model.versions(), zenith.token("ana"), 1_000_000)) {
            upload.write(Arrays.copyOf(ZIP_SIGNATURE, 1_000));

            upload.answer().expectProblem(408, "request-timeout");
        }
        assertNothingIsLeft();
    }

    @Test
    void aWrongRole() {
        zenith.desk("rhea")
                .send(model, zenith.workbook(Trait.HONEST), "model.xlsx")
                .expectProblem(403, "forbidden");
        assertNothingIsLeft();
    }

    @Test
    void noToken() {
        new ModelDesk(zenith.visitor())
                .send(model, zenith.workbook(Trait.HONEST), "model.xlsx")
                .expectProblem(401, "unauthenticated");
        assertNothingIsLeft();
    }

    @Test
    void anExpiredToken() {
        new ModelDesk(zenith.visitor().as(zenith.expiredToken("ana")))
                .send(model, zenith.workbook(Trait.HONEST), "model.xlsx")
                .expectProblem(401, "unauthenticated");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"title\": }", "[1,", "nonsense", "\"title\""})
    void brokenJson(String json) {
        Answer answer = zenith.as("ana").postJson("/api/v1/admin/models", json);

        answer.expect(400);
        assertThat(answer.slug()).isIn("malformed-json", "invalid-request");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"A\", \"colour\": \"red\"} | /colour",
                "{\"summary\": \"no title\"} | /title",
                "{\"title\": \"\"} | /title",
                "{\"title\": \"A\", \"slug\": \"Not A Slug\"} | /slug"
            })
    void jsonThatIsNotWhatTheContractSays(String json, String pointer) {
        Answer answer = zenith.as("ana").postJson("/api/v1/admin/models", json);

        answer.expectProblem(400, "invalid-request");
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).contains(pointer);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/models?limit=0",
                "/api/v1/models?limit=101",
                "/api/v1/models?limit=many",
                "/api/v1/models?cursor=made-up"
            })
    void limitsAndCursorsThatWereNeverGiven(String path) {
        zenith.visitor().get(path).expect(400);
    }

    @Test
    void anIdThatIsUnknownOrNone() {
        String unknown = UUID.randomUUID().toString();

        zenith.as("ana").get("/api/v1/admin/jobs/" + unknown).expectProblem(404, "not-found");
        zenith.as("ana").get("/api/v1/admin/models/" + unknown).expectProblem(404, "not-found");
        zenith.as("ana").get("/api/v1/admin/jobs/not-an-id").expectProblem(400, "invalid-request");
        zenith.desk("ana")
                .send(new Model(unknown, "x", "x"), zenith.workbook(Trait.HONEST), "model.xlsx")
                .expectProblem(404, "not-found");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api/v2/models",
                "/api/v1/admin/models/../models",
                "/api/v1/models/x/versions/1/secrets",
                "/q/health",
                "/q/metrics"
            })
    void aPathThatIsNoRoute(String path) {
        Answer answer = zenith.as("max").get(path);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void theSameFileTwiceIsOneJob() {
        Path workbook = zenith.workbook(Size.TINY, 42);
        Job first = zenith.desk("ana").upload(model, workbook);

        Answer again = zenith.desk("ana").send(model, workbook, "model.xlsx");

        again.expect(200);
        assertThat(again.json().path("job").path("id").asText()).isEqualTo(first.id());
        assertThat(again.json().path("version").asInt()).isEqualTo(1);
        zenith.desk("ana").awaitVerdict(first, Duration.ofSeconds(30));
        assertThat(zenith.awaitMails("ana", model.title())).hasSize(1);
        Footprint after = Footprint.of(zenith);
        assertThat(after.versions()).isEqualTo(before.versions() + 1);
        assertThat(after.objects()).hasSize(before.objects().size() + 1);
    }

    private Api upload(String user) {
        return zenith.as(user).with("Content-Type", ModelDesk.SPREADSHEET).with("X-Filename", "model.xlsx");
    }

    private Path oneByteTooMany() throws IOException {
        Path file = zenith.scratch().resolve("one-byte-too-many.xlsx");
        try (var out = Files.newOutputStream(file)) {
            out.write("PK\3\4".getBytes(US_ASCII));
            byte[] zeros = new byte[1 << 20];
            for (long left = LIMIT + 1 - 4; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        return file;
    }

    /** Clearing up after a broken connection may take the service a moment. */
    private void assertNothingIsLeft() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Footprint.of(zenith)).isEqualTo(before));
    }
}
