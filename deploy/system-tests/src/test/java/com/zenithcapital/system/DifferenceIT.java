package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.sample.RevisedModel;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a second version changes, through the whole stack: told to who may know, in two forms, and never as an accident. */
@ExtendWith(SharedZenith.class)
@TestInstance(Lifecycle.PER_CLASS)
class DifferenceIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Zenith zenith;
    private Model model;

    DifferenceIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @BeforeAll
    void anAnalystSendsAModelAndThenItsRevision() throws IOException {
        model = zenith.desk("ana").create("Model with a revision");
        accepted(model, Files.write(zenith.scratch().resolve("revised-first.xlsx"), RevisedModel.before()));
        accepted(model, Files.write(zenith.scratch().resolve("revised-second.xlsx"), RevisedModel.after()));
        await("the difference of the two").atMost(LIMIT).until(() -> states(model), List.of("AVAILABLE")::equals);
        zenith.desk("eddie").publish(model, 1).expect(200);
        zenith.desk("eddie").publish(model, 2).expect(200);
    }

    @Test
    void whatChangedAndWhatMovedIsToldToAnalystsEditorsAndReaders() {
        Answer answer = zenith.as("ana").get(admin(2));

        answer.expect(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("private, no-cache");
        JsonNode difference = answer.json();
        JsonNode inputs = difference.path("sheets").path(0);
        assertThat(inputs.path("name").asText()).isEqualTo("Inputs");
        assertThat(inputs.at("/rows/inserted").toString()).isEqualTo("[\"3\"]");
        assertThat(inputs.at("/cells/list/0/before/value").asText()).isEqualTo("0.05");
        assertThat(inputs.at("/cells/list/0/after/value").asText()).isEqualTo("0.08");
        JsonNode result = difference.path("sheets").path(1);
        assertThat(result.at("/cells/count").asInt()).isEqualTo(1);
        assertThat(result.at("/cells/list/0/change").asText()).isEqualTo("formula");
        assertThat(result.at("/cells/list/0/after/formula").asText()).isEqualTo("B1-B2-Inputs!B3");
        assertThat(difference.at("/moved/outputs/0/name").asText()).isEqualTo("NextRevenue");
        assertThat(difference.at("/moved/outputs/0/after").asText()).isEqualTo("1080");
        assertThat(zenith.as("eddie").get(admin(2)).expect(200).body()).isEqualTo(answer.body());
        assertThat(zenith.as("rhea").get(open(2)).expect(200).body()).isEqualTo(answer.body());
        assertThat(zenith.as("rhea")
                        .get(open(1) + "?from=2")
                        .expect(200)
                        .json()
                        .at("/sheets/0/rows/deletedCount")
                        .asInt())
                .as("the other way round, computed when it is asked for")
                .isEqualTo(1);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String tag = zenith.as("ana").get(admin(2)).header("ETag").orElseThrow();

        Answer again = zenith.as("ana").with("If-None-Match", tag).get(admin(2));

        again.expect(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aPersonReadsAPageInWhichNothingRuns() {
        Answer page = zenith.as("rhea").with("Accept", "text/html").get(open(2));

        page.expect(200);
        assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .contains("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("script");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body())
                .contains("From <del>version 1</del> to <ins>version 2</ins>")
                .contains("NextRevenue: Result!B1")
                .doesNotContainIgnoringCase("<script");
    }

    @Test
    void nobodyElseIsToldAndWhatIsNotThereIsNotFound() {
        zenith.visitor().get(open(2)).expectProblem(401, "unauthenticated");
        zenith.visitor().get(admin(2)).expectProblem(401, "unauthenticated");
        zenith.as("ana").get(open(2)).expectProblem(403, "forbidden");
        zenith.as("rhea").get(admin(2)).expectProblem(403, "forbidden");
        zenith.as("ana").get(admin(3)).expectProblem(404, "not-found");
        zenith.as("ana").get(admin(1)).expectProblem(404, "not-found");
        zenith.as("rhea").get(open(1)).expectProblem(404, "not-found");
        zenith.as("rhea").get(open(2) + "?from=7").expectProblem(404, "not-found");
        zenith.as("rhea").get("/api/v1/models/no-such-model/versions/2/diff").expectProblem(404, "not-found");
        zenith.as("rhea").get(open(2) + "?from=two").expectProblem(400, "invalid-request");
        zenith.as("rhea").with("Accept", "image/png").get(open(2)).expectProblem(406, "not-acceptable");
    }

    @Test
    void aVersionOfExcel97IsNotComparedAndTheAnswerSaysWhatToDo() throws IOException {
        Model mixed = zenith.desk("ana").create("Model that was an .xls");
        accepted(mixed, excel97(zenith.scratch().resolve("revised-old.xls")));
        accepted(mixed, Files.write(zenith.scratch().resolve("revised-new.xlsx"), RevisedModel.after()));
        await("the end of the attempt").atMost(LIMIT).until(() -> states(mixed), List.of("UNAVAILABLE")::equals);

        Answer answer = zenith.as("ana").get(mixed.version(2) + "/diff");

        answer.expectProblem(404, "difference-not-available");
        assertThat(answer.json().path("detail").asText())
                .contains("saved as .xlsx")
                .endsWith("(not-supported).");
    }

    private static Path excel97(Path file) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Inputs").createRow(0).createCell(0).setCellValue(0.05);
            workbook.write(out);
        }
        return file;
    }

    private void accepted(Model of, Path workbook) {
        ModelDesk ana = zenith.desk("ana");
        Job judged = ana.awaitVerdict(ana.upload(of, workbook), LIMIT);
        assertThat(judged.state()).as(judged.toString()).isEqualTo("ACCEPTED");
    }

    private List<String> states(Model of) {
        return zenith.rows().list("""
                select difference.state from difference join version on version.id = difference.to_version
                where version.model_id = ?::uuid
                """, of.id());
    }

    private String admin(int version) {
        return model.version(version) + "/diff";
    }

    private String open(int version) {
        return "/api/v1/models/%s/versions/%d/diff".formatted(model.slug(), version);
    }
}
