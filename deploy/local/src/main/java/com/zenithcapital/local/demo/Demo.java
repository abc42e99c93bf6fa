package com.zenithcapital.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The main job, whole: upload, check, verdict by mail, publish, preview, download; an insight about it, from draft to
 * reader; and a workbook that is refused. Each run makes things of its own, so it can be run again on the same state.
 */
public final class Demo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final String ADMIN_MODELS = "/api/v1/admin/models/";

    private static final int SHOWN_FINDINGS = 6;
    private static final int SHOWN_ROWS = 6;

    /** A model and where it is. */
    private record Model(String id, String slug, String title) {}

    /** A workbook on this machine. */
    private record Workbook(Path file, long size, String sha256) {}

    private final Stack stack;
    private final Narrator narrator;
    private final HttpClient http;
    private final String gateway;
    private final Mailbox mailOfAna;
    private final Samples samples;
    private String insight = "";

    private Demo(Stack stack, PrintStream out, HttpClient http) {
        this.stack = stack;
        this.narrator = new Narrator(out);
        this.http = http;
        this.gateway = stack.part("gateway").url();
        this.mailOfAna =
                new Mailbox(http, URI.create(((MailPart) stack.part(MailPart.NAME)).messagesUrl("ana@zenith.example")));
        this.samples = new Samples(stack.installation().home().resolve("demo"));
    }

    /**
     * Does the main job on a stack that is up and tells how it goes.
     *
     * @return 0, or 1 when a step failed; which one and why is the last thing told
     */
    public static int run(Stack stack, PrintStream out) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            return new Demo(stack, out, http).run();
        }
    }

    private int run() {
        long begin = System.nanoTime();
        try {
            narrator.line("The main job, through the gateway at " + gateway);
            Model model = mainJob();
            narrator.line("");
            narrator.line("Done in " + Narrator.seconds(Duration.ofNanos(System.nanoTime() - begin)) + ".");
            whereToLookNext(model);
            return 0;
        } catch (IOException | RuntimeException e) {
            return failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        }
    }

    private int failed(Exception failure) {
        narrator.line("");
        narrator.line(narrator.current() + " failed: "
                + (failure instanceof DemoFailure ? failure.getMessage() : failure.toString()));
        narrator.line("The logs are in " + stack.installation().logs() + "; ./zenith status says how the parts are.");
        return 1;
    }

    private Model mainJob() throws IOException, InterruptedException {
        Api ana = as("ana");
        Workbook workbook = narrator.step("A workbook of almost 50 MB is made", this::makeWorkbook);
        Model model = narrator.step("ana (analyst) creates a model", () -> createModel(ana));
        mailOfAna.markRead();
        String job = narrator.step("ana uploads the workbook", () -> upload(ana, model, workbook));
        JsonNode verdict = narrator.step("It is checked in a child process", () -> awaitVerdict(ana, job, "ACCEPTED"));
        int version = verdict.path("version").asInt();
        narrator.step("What the inspection found", () -> showInspection(ana, model, version));
        narrator.step("The verdict arrives by mail", this::showMail);
        narrator.step("ana uploads the same bytes again", () -> uploadAgain(ana, model, workbook, job));
        narrator.step("eddie (editor) publishes it", () -> publish(model, version));
        narrator.step("A visitor looks into it", () -> preview(model, version));
        narrator.step("rhea (reader) downloads it", () -> download(model, version, workbook));
        Api visitor = Api.ofVisitor(http, gateway);
        insight = new InsightDemo(narrator, this::as, visitor, model.slug()).run();
        new AnalyticsDemo(narrator, this::as, visitor, gateway, insight, model.slug()).run();
        String refused = narrator.step("ana uploads a workbook with a macro", () -> uploadMacro(ana, model));
        narrator.step("It is refused", () -> awaitVerdict(ana, refused, "REJECTED"));
        narrator.step("The refusal arrives by mail", this::showMail);
        return model;
    }

    private Api as(String user) {
        return Api.of(http, gateway, stack.token(user));
    }

    private Workbook makeWorkbook() throws IOException {
        Path file = samples.honest();
        Workbook workbook = new Workbook(file, Files.size(file), Samples.sha256(file));
        narrator.say(
                "%s, %d sheets, the same bytes at each run",
                Narrator.megabytes(workbook.size()), SampleWorkbook.SHEETS.size());
        narrator.say("sha-256 %s", workbook.sha256());
        return workbook;
    }

    private Model createModel(Api ana) throws IOException, InterruptedException {
        ObjectNode model = JSON.createObjectNode()
                .put(
                        "title",
                        "Demo: three statements, "
                                + LocalDateTime.now(ZoneOffset.UTC).format(TIME))
                .put("summary", "Revenue build, three statements and a DCF over 20 years of months.");
        model.putArray("tags").add("demo").add("dcf");
        JsonNode created = ana.post("/api/v1/admin/models", model, 201);
        Model made = new Model(
                created.path("id").asText(),
                created.path("slug").asText(),
                created.path("title").asText());
        narrator.say("\"%s\"", made.title());
        narrator.say("%s%s", ADMIN_MODELS, made.id());
        return made;
    }

    private String upload(Api ana, Model model, Workbook workbook) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Api.Answer answer = ana.upload(versionsOf(model), workbook.file(), "three-statements.xlsx");
        double seconds = (System.nanoTime() - begin) / 1e9;
        narrator.say(
                "%s in %.1f s, %.0f MB/s: answered %d",
                Narrator.megabytes(workbook.size()), seconds, workbook.size() / 1e6 / seconds, answer.status());
        String job = answer.body().path("job").path("id").asText();
        narrator.say("version %d, job %s", answer.body().path("version").asInt(), job);
        return job;
    }

    private JsonNode awaitVerdict(Api ana, String job, String expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_CHECK.toNanos();
        String shown = "";
        narrator.begin("");
        while (System.nanoTime() < end) {
            JsonNode now = ana.get("/api/v1/admin/jobs/" + job);
            String state = now.path("state").asText();
            String progress = "%s %d %%".formatted(state, now.path("percent").asInt());
            if (!progress.equals(shown)) {
                narrator.grow((shown.isEmpty() ? "" : " → ") + progress);
                shown = progress;
            }
            if (isSettled(state)) {
                narrator.endLine();
                showReason(now.path("reason"));
                if (!state.equals(expected)) {
                    throw new DemoFailure("The job ended %s, and should have ended %s.".formatted(state, expected));
                }
                return now;
            }
            Thread.sleep(POLL);
        }
        narrator.endLine();
        throw new DemoFailure("There was no verdict within " + Narrator.seconds(LONGEST_CHECK) + ".");
    }

    private static boolean isSettled(String state) {
        return List.of("ACCEPTED", "REJECTED", "FAILED").contains(state);
    }

    private void showReason(JsonNode reason) {
        if (reason.isObject()) {
            narrator.say(
                    "%s: %s",
                    reason.path("slug").asText(), reason.path("detail").asText());
            narrator.say("what to do: %s", reason.path("nextStep").asText());
        }
    }

    private boolean showInspection(Api ana, Model model, int version) throws IOException, InterruptedException {
        JsonNode inspection = ana.get(versionsOf(model) + "/" + version + "/inspection");
        narrator.say("%-18s %-10s %-12s %10s %10s %7s", "sheet", "", "range", "cells", "formulas", "errors");
        for (JsonNode sheet : inspection.path("sheets")) {
            String visibility = sheet.path("visibility").asText();
            narrator.say(
                    "%-18s %-10s %-12s %,10d %,10d %,7d",
                    sheet.path("name").asText(),
                    visibility.equals("visible") ? "" : visibility,
                    sheet.path("range").asText(""),
                    sheet.path("cells").asLong(),
                    sheet.path("formulas").asLong(),
                    sheet.path("errors").asLong());
        }
        JsonNode findings = inspection.path("findings");
        narrator.say("%d findings", findings.size());
        List<JsonNode> shown = new ArrayList<>();
        findings.forEach(shown::add);
        shown.stream()
                .limit(SHOWN_FINDINGS)
                .forEach(finding -> narrator.say(
                        "  %-8s %-18s %s",
                        finding.path("severity").asText(),
                        finding.path("rule").asText(),
                        finding.path("message").asText()));
        if (findings.size() > SHOWN_FINDINGS) {
            narrator.say("  and %d more", findings.size() - SHOWN_FINDINGS);
        }
        return true;
    }

    private boolean showMail() throws IOException, InterruptedException {
        Mailbox.Mail mail = mailOfAna.awaitNew();
        narrator.say("to ana@zenith.example: %s", mail.subject());
        narrator.quote(mail.text());
        return true;
    }

    private boolean uploadAgain(Api ana, Model model, Workbook workbook, String job)
            throws IOException, InterruptedException {
        Api.Answer answer = ana.upload(versionsOf(model), workbook.file(), "three-statements.xlsx");
        String same = answer.body().path("job").path("id").asText();
        if (answer.status() != 200 || !same.equals(job)) {
            throw new DemoFailure("The same bytes made job %s (%d).".formatted(same, answer.status()));
        }
        narrator.say("answered 200 with the same job: no second version, no second mail");
        return true;
    }

    private boolean publish(Model model, int version) throws IOException, InterruptedException {
        as("eddie").post(versionsOf(model) + "/" + version + "/publish", null, 200);
        narrator.say("%s/api/v1/models/%s", gateway, model.slug());
        return true;
    }

    private boolean preview(Model model, int version) throws IOException, InterruptedException {
        Api visitor = Api.ofVisitor(http, gateway);
        boolean listed = false;
        for (JsonNode item : visitor.get("/api/v1/models").path("items")) {
            listed |= item.path("slug").asText().equals(model.slug());
        }
        if (!listed) {
            throw new DemoFailure("The published model is not listed.");
        }
        String sheets = "/api/v1/models/%s/versions/%d/sheets".formatted(model.slug(), version);
        JsonNode visible = visitor.get(sheets).path("items");
        JsonNode sheet = visible.path(Math.min(1, visible.size() - 1));
        narrator.say(
                "listed; %d visible sheets; the first rows of \"%s\":",
                visible.size(), sheet.path("name").asText());
        JsonNode rows = visitor.get("%s/%d/rows?limit=%d"
                        .formatted(sheets, sheet.path("index").asInt(), SHOWN_ROWS))
                .path("rows");
        Grid.lines(rows).forEach(line -> narrator.say("%s", line));
        return true;
    }

    private boolean download(Model model, int version, Workbook workbook) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<InputStream> answer =
                as("rhea").download("/api/v1/models/%s/versions/%d/content".formatted(model.slug(), version));
        String digest;
        try (InputStream body = answer.body()) {
            digest = Samples.sha256(body);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        narrator.say(
                "%s in %.1f s, %.0f MB/s",
                Narrator.megabytes(workbook.size()), seconds, workbook.size() / 1e6 / seconds);
        if (!digest.equals(workbook.sha256())) {
            throw new DemoFailure("What was downloaded is not what was uploaded: sha-256 " + digest);
        }
        narrator.say("sha-256 %s: the same bytes", digest);
        answer.headers().firstValue("ETag").ifPresent(tag -> narrator.say("ETag    %s", tag));
        return true;
    }

    private String uploadMacro(Api ana, Model model) throws IOException, InterruptedException {
        Path file = samples.withMacro();
        Api.Answer answer = ana.upload(versionsOf(model), file, "with-macro.xlsx");
        narrator.say("answered %d: nobody has looked into it yet", answer.status());
        return answer.body().path("job").path("id").asText();
    }

    private static String versionsOf(Model model) {
        return ADMIN_MODELS + model.id() + "/versions";
    }

    private void whereToLookNext(Model model) {
        narrator.line("");
        narrator.line("Where to look next");
        narrator.line("  the model       %s/api/v1/models/%s".formatted(gateway, model.slug()));
        narrator.line("  the insight     %s/api/v1/insights/%s".formatted(gateway, insight));
        narrator.line("  ana's mail      " + ((MailPart) stack.part(MailPart.NAME)).messagesUrl("ana@zenith.example"));
        narrator.line("  the workbooks   " + samples.directory());
        narrator.line("  the logs        " + stack.installation().logs());
        narrator.line("  a token         ./zenith token ana");
        narrator.line("  the engine      ./zenith workbook inspect "
                + samples.directory().resolve("model.xlsx"));
        narrator.line("  how it feels    ./zenith status");
    }
}
