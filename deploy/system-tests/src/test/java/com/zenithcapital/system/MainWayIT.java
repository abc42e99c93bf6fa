package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.platform.proof.Mailbox.Mail;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job, whole: one 50 MB workbook from the analyst to the reader. The tests are the steps of one story. */
@ExtendWith(SharedZenith.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MainWayIT {

    /** The promise is 15 s on a quiet machine; a test machine that does other things as well gets four times that. */
    private static final Duration VERDICT_LIMIT = Duration.ofSeconds(60);

    private final Zenith zenith;
    private Path workbook;
    private Model model;
    private Job verdict;
    private Duration sending;
    private Duration judging;

    MainWayIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @BeforeAll
    void anAnalystUploadsALargeWorkbook() {
        workbook = zenith.workbook(Size.FULL, 1);
        model = zenith.desk("ana").create("Sector model, the main way");
        long began = System.nanoTime();
        Job job = zenith.desk("ana").upload(model, workbook);
        long lastByte = System.nanoTime();
        verdict = zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT);
        sending = Duration.ofNanos(lastByte - began);
        judging = Duration.ofNanos(System.nanoTime() - lastByte);
    }

    @Test
    @Order(1)
    void itIsJudgedSoonAfterItsLastByte() throws IOException {
        assertThat(Files.size(workbook)).isBetween(45_000_000L, 52_428_800L);
        assertThat(verdict.state()).as(verdict.toString()).isEqualTo("ACCEPTED");
        assertThat(verdict.version()).isEqualTo(1);
        assertThat(verdict.json().path("percent").asInt()).isEqualTo(100);
        assertThat(verdict.json().path("reason").isNull()).isTrue();
        assertThat(judging).isLessThan(VERDICT_LIMIT);
        Figures.report("upload of %d bytes through the gateway".formatted(Files.size(workbook)), seconds(sending));
        Figures.report("its verdict after the last byte (promised: 15 s)", seconds(judging));
    }

    @Test
    @Order(2)
    void theInspectionCountsWhatIsInTheWorkbook() {
        JsonNode inspection = zenith.desk("eddie").inspection(verdict);

        assertThat(inspection.path("verdict").asText()).isEqualTo("accepted");
        List<JsonNode> sheets = items(inspection.path("sheets"));
        assertThat(sheets).extracting(sheet -> sheet.path("name").asText()).isEqualTo(SampleWorkbook.SHEETS);
        for (int i = 0; i < sheets.size(); i++) {
            JsonNode sheet = sheets.get(i);
            SheetCount counted = new SheetCount(
                    sheet.path("cells").asLong(),
                    sheet.path("formulas").asLong(),
                    sheet.path("errors").asLong());
            assertThat(counted).as(sheet.toString()).isEqualTo(SheetCount.of(workbook, i + 1));
        }
        assertThat(sheets.getLast().path("visibility").asText()).isNotEqualTo("visible");
    }

    @Test
    @Order(3)
    void theUploaderGetsOneMailThatSaysWhatWasFound() {
        List<Mail> mails = zenith.awaitMails("ana", model.title());

        assertThat(mails).hasSize(1);
        MailText text = MailText.of(mails.getFirst());
        assertThat(text.plain()).contains(model.title());
        assertThat(text.html()).contains("<").contains(model.title());
        assertThat(text.plain()).containsIgnoringCase("accepted");
    }

    @Test
    @Order(4)
    void nobodyOutsideSeesAModelThatIsNotPublished() {
        assertThat(ModelDesk.publicSlugs(zenith.visitor())).doesNotContain(model.slug());
        zenith.visitor().get("/api/v1/models/" + model.slug()).expectProblem(404, "not-found");
        zenith.as("rhea").get("/api/v1/models/" + model.slug()).expectProblem(404, "not-found");
        zenith.as("rhea").get(content()).expectProblem(404, "not-found");
    }

    @Test
    @Order(5)
    void anEditorPublishesAndAVisitorFindsThePreview() {
        Answer published = zenith.desk("eddie").publish(model, 1);

        assertThat(published.status()).as(published.toString()).isBetween(200, 204);
        assertThat(ModelDesk.publicSlugs(zenith.visitor())).contains(model.slug());
        JsonNode sheets = zenith.visitor()
                .get("/api/v1/models/%s/versions/1/sheets".formatted(model.slug()))
                .expect(200)
                .json();
        assertThat(items(sheets.path("items")))
                .extracting(sheet -> sheet.path("name").asText())
                .as("visible sheets only")
                .isEqualTo(SampleWorkbook.SHEETS.subList(0, SampleWorkbook.SHEETS.size() - 1));
        JsonNode rows = zenith.visitor()
                .get("/api/v1/models/%s/versions/1/sheets/0/rows".formatted(model.slug()))
                .expect(200)
                .json();
        assertThat(rows.toString()).contains("Sector model, twenty years by month");
    }

    @Test
    @Order(6)
    void aReaderSeesMoreRowsThanAVisitor() {
        String rows = "/api/v1/models/%s/versions/1/sheets/1/rows?limit=100".formatted(model.slug());

        List<JsonNode> forReader =
                items(zenith.as("rhea").get(rows).expect(200).json().path("rows"));

        assertThat(forReader).hasSizeGreaterThan(20);
        assertThat(items(zenith.visitor()
                        .get("/api/v1/models/%s/versions/1/sheets/1/rows".formatted(model.slug()))
                        .expect(200)
                        .json()
                        .path("rows")))
                .hasSize(20);
    }

    @Test
    @Order(7)
    void aReaderDownloadsTheSameBytes(@TempDir Path directory) {
        String digest = Digests.sha256(workbook);

        HttpResponse<Path> download = zenith.as("rhea").download(content(), directory.resolve("download.xlsx"));

        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(Digests.sha256(download.body())).isEqualTo(digest);
        assertThat(download.headers().firstValue("ETag").orElse("")).contains(digest);
        assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(download.headers().firstValue("Repr-Digest"))
                .contains("sha-256=:%s:"
                        .formatted(Base64.getEncoder()
                                .encodeToString(HexFormat.of().parseHex(digest))));
    }

    @Test
    @Order(8)
    void aDownloadResumesInTheMiddle() throws IOException {
        long size = Files.size(workbook);
        byte[] whole = Files.readAllBytes(workbook);

        HttpResponse<byte[]> part = zenith.as("rhea")
                .with("Range", "bytes=%d-".formatted(size - 1_000))
                .bytes(content());

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .contains("bytes %d-%d/%d".formatted(size - 1_000, size - 1, size));
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole, (int) size - 1_000, (int) size));
    }

    @Test
    @Order(9)
    void whoHasTheBytesAlreadyIsToldSo() {
        String etag = "\"%s\"".formatted(Digests.sha256(workbook));

        HttpResponse<byte[]> again =
                zenith.as("rhea").with("If-None-Match", etag).bytes(content());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    @Order(10)
    void aFormUploadIsJudgedLikeARawOne() {
        Model other = zenith.desk("ana").create("Sector model, by form");

        Job job = zenith.desk("ana").uploadAsForm(other, zenith.workbook(Size.SMALL, 101));

        Job judged = zenith.desk("ana").awaitVerdict(job, VERDICT_LIMIT);
        assertThat(judged.state()).isEqualTo("ACCEPTED");
        assertThat(zenith.rows().list("select sha256 from version where model_id = ?::uuid", other.id()))
                .containsExactly(Digests.sha256(zenith.workbook(Size.SMALL, 101)));
        assertThat(zenith.awaitMails("ana", other.title())).hasSize(1);
    }

    private String content() {
        return "/api/v1/models/%s/versions/1/content".formatted(model.slug());
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String seconds(Duration duration) {
        return "%.2f s".formatted(duration.toMillis() / 1e3);
    }
}
