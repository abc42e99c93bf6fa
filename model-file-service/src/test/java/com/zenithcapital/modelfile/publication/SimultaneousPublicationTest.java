package com.zenithcapital.modelfile.publication;

import static com.zenithcapital.modelfile.testing.Api.eddie;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Decisions that are taken at the same time, by hurried editors and by clients that repeat themselves. */
@QuarkusTest
class SimultaneousPublicationTest {

    private static final String PUBLISHED = "zenith.model-files.version-published.v1";
    private static final String WITHDRAWN = "zenith.model-files.version-withdrawn.v1";

    @Inject
    Kept kept;

    @Test
    void oneDecisionIsTakenOnceHoweverOftenItComes() throws Exception {
        Uploaded version = Api.accepted();

        List<Integer> published =
                atOnce(16, i -> eddie().post(version.path() + "/publish").statusCode());
        List<Integer> withdrawn =
                atOnce(16, i -> eddie().post(version.path() + "/withdraw").statusCode());

        assertThat(published).containsOnly(200);
        assertThat(withdrawn).containsOnly(200);
        assertThat(kept.facts(PUBLISHED, version.model())).isEqualTo(1);
        assertThat(kept.facts(WITHDRAWN, version.model())).isEqualTo(1);
    }

    @Test
    void theNewestOfVersionsThatArePublishedAtOnceIsTheNewest() throws Exception {
        JsonPath model = Api.createModel("At once " + UUID.randomUUID());
        List<Uploaded> versions = IntStream.range(0, 6)
                .mapToObj(i -> Api.upload(model, Workbooks.accepted()))
                .toList();
        versions.forEach(version -> settled(version.job()));

        atOnce(6, i -> eddie().post(versions.get(i).path() + "/publish").statusCode());

        visitor().get("/api/v1/models/" + model.getString("slug")).then().body("latestVersion", is(6));
        assertThat(kept.facts(PUBLISHED, model.getString("id"))).isEqualTo(6);
    }

    @Test
    void publishingAndWithdrawingAtOnceLeavesOneOfTheTwoAndATaleThatFits() throws Exception {
        Uploaded version = Api.published();

        List<Integer> answers = atOnce(
                12,
                i -> eddie().post(version.path() + (i % 2 == 0 ? "/withdraw" : "/publish"))
                        .statusCode());

        assertThat(answers).containsOnly(200);
        long published = kept.facts(PUBLISHED, version.model());
        long withdrawn = kept.facts(WITHDRAWN, version.model());
        int status = visitor().get(version.publicPath()).statusCode();
        assertThat(Set.of(200, 410)).contains(status);
        assertThat(published - withdrawn).isEqualTo(status == 200 ? 1 : 0);
    }

    /** An attempt, by its number. */
    private interface Attempt {
        int status(int number);
    }

    private static List<Integer> atOnce(int times, Attempt attempt) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                attempts.add(() -> attempt.status(number));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
