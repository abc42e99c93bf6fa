package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/** What somebody with an analyst's or editor's token does with models: creates, uploads, waits, publishes. */
public record ModelDesk(Api api) {

    public static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<String> FINAL_STATES = Set.of("ACCEPTED", "REJECTED", "FAILED");

    /** A model as its creation answered it. */
    public record Model(String id, String slug, String title) {

        String versions() {
            return "/api/v1/admin/models/" + id + "/versions";
        }

        String version(int number) {
            return versions() + "/" + number;
        }
    }

    /** A job as it was seen last. */
    public record Job(String id, Model model, int version, String state, JsonNode json) {

        String path() {
            return "/api/v1/admin/jobs/" + id;
        }

        boolean isFinal() {
            return FINAL_STATES.contains(state);
        }
    }

    public Model create(String title) {
        Answer created = api.post(
                        "/api/v1/admin/models",
                        Map.of("title", title, "summary", "Made by a test", "tags", List.of("test")))
                .expect(201);
        JsonNode json = created.json();
        return new Model(
                json.path("id").asText(),
                json.path("slug").asText(),
                json.path("title").asText());
    }

    /** Uploads the bytes as they are, and expects the job that the contract promises. */
    public Job upload(Model model, Path workbook) {
        return accepted(model, send(model, workbook, workbook.getFileName().toString()));
    }

    /** Uploads all of them at the same time, and returns when each has its 202. */
    public List<Job> uploadAtOnce(Model model, List<Path> workbooks) {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Job>> jobs = workbooks.stream()
                    .map(workbook -> clients.submit(() -> upload(model, workbook)))
                    .toList();
            List<Job> accepted = new ArrayList<>();
            for (Future<Job> job : jobs) {
                accepted.add(job.get());
            }
            return accepted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while uploading", e);
        } catch (ExecutionException e) {
            throw new AssertionError("An upload failed", e.getCause());
        }
    }

    /** Uploads the bytes as they are, under a name; whatever the answer. */
    Answer send(Model model, Path workbook, String filename) {
        try {
            return api.with("Content-Type", SPREADSHEET)
                    .with("X-Filename", filename)
                    .send("POST", model.versions(), BodyPublishers.ofFile(workbook));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads as a browser's form does. */
    Job uploadAsForm(Model model, Path workbook) {
        String boundary = "zenith-form-boundary";
        String head = """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, workbook.getFileName(), SPREADSHEET);
        String tail = "\r\n--%s--\r\n".formatted(boundary);
        try {
            return accepted(
                    model,
                    api.with("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .send(
                                    "POST",
                                    model.versions(),
                                    BodyPublishers.concat(
                                            BodyPublishers.ofString(head),
                                            BodyPublishers.ofFile(workbook),
                                            BodyPublishers.ofString(tail))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Job accepted(Model model, Answer answer) {
        answer.expect(202);
        JsonNode job = answer.json().path("job");
        Job accepted = new Job(
                job.path("id").asText(),
                model,
                answer.json().path("version").asInt(),
                job.path("state").asText(),
                answer.json());
        assertThat(answer.header("Location")).as(answer.toString()).contains(accepted.path());
        return accepted;
    }

    private static Job seen(Job job, JsonNode json) {
        return new Job(
                job.id(),
                job.model(),
                json.path("version").asInt(),
                json.path("state").asText(),
                json);
    }

    /** Polls until there is a verdict. A service that is down meanwhile is not an answer, and is asked again. */
    public Job awaitVerdict(Job job, Duration atMost) {
        AtomicReference<Job> last = new AtomicReference<>(job);
        await("the verdict of job " + job.id())
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(e -> e instanceof UncheckedIOException)
                .until(() -> {
                    Answer answer = api.get(job.path());
                    if (answer.status() < 500) {
                        last.set(seen(job, answer.expect(200).json()));
                    }
                    return last.get().isFinal();
                });
        return last.get();
    }

    JsonNode inspection(Job job) {
        return api.get(job.model().version(job.version()) + "/inspection")
                .expect(200)
                .json();
    }

    public Answer publish(Model model, int version) {
        return api.post(model.version(version) + "/publish");
    }

    /** The slugs of all models that this caller finds in the public list, page by page. */
    static List<String> publicSlugs(Api visitor) {
        List<String> slugs = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    visitor.get("/api/v1/models?limit=100" + cursor).expect(200).json();
            StreamSupport.stream(page.path("items").spliterator(), false)
                    .map(item -> item.path("slug").asText())
                    .forEach(slugs::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return slugs;
    }
}
