package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.modelfile.testing.Api.rhea;
import static com.zenithcapital.modelfile.testing.Api.settled;
import static com.zenithcapital.modelfile.testing.Api.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.modelfile.testing.Api.Uploaded;
import com.zenithcapital.modelfile.testing.EventStream;
import com.zenithcapital.modelfile.testing.EventStream.Block;
import com.zenithcapital.modelfile.testing.Kept;
import com.zenithcapital.modelfile.testing.Workbooks;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.testing.PostgresResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A job that is followed as a stream of events. */
@QuarkusTest
class JobEventsTest {

    @Inject
    Kept kept;

    @Inject
    JobStreams streams;

    @AfterEach
    void everyStreamIsLetGo() {
        await("no stream is left open").until(() -> streams.size() == 0);
    }

    @Test
    void everyChangeIsAnEventAndTheEndIsTheLast() throws IOException {
        // Given: a job long enough to be followed, in whose course the engine dies
        Uploaded version = Api.upload(Workbooks.marked("linger"));

        // When
        List<Block> events = new ArrayList<>();
        try (EventStream stream = EventStream.of(version.job(), "ana", null)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(stream.headers().firstValue("Cache-Control")).contains("no-store");
            events.add(stream.nextEvent());
            kept.change("update job set crashes = 2 where id = ?::uuid", version.job());
            for (Optional<Block> block = stream.next(); block.isPresent(); block = stream.next()) {
                block.filter(Block::isEvent).ifPresent(events::add);
            }
        }

        // Then
        List<Long> ids = events.stream()
                .map(event -> Long.parseLong(event.id().orElseThrow()))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(events).allMatch(event -> event.retry().equals(Optional.of("2000")));
        assertThat(events.stream().map(event -> event.job().getInt("percent"))).isSorted();
        Block last = events.getLast();
        assertThat(last.job().getString("id")).isEqualTo(version.job());
        assertThat(last.job().getString("state")).isEqualTo("REJECTED");
        assertThat(last.job().getInt("percent")).isEqualTo(100);
        assertThat(last.job().getString("reason.slug")).isEqualTo("unprocessable");
        assertThat(last.job().getLong("revision"))
                .isEqualTo(Long.parseLong(last.id().orElseThrow()));
    }

    @Test
    void whatTheEngineSaysOfItsProgressMovesTheJobOn() throws IOException {
        // Given
        Uploaded version = Api.upload(Workbooks.marked("steps"));

        // When
        List<Integer> percents = new ArrayList<>();
        try (EventStream stream = EventStream.of(version.job(), "ana", null)) {
            for (Optional<Block> block = stream.next(); block.isPresent(); block = stream.next()) {
                block.filter(Block::isEvent)
                        .ifPresent(event -> percents.add(event.job().getInt("percent")));
            }
        }

        // Then: from 20, when it was fetched, to 90, when it was examined; 40 after 50 and 900 are no progress
        assertThat(percents).isSorted().contains(27, 55, 90).endsWith(100).doesNotContain(48);
    }

    @Test
    void whoComesBackGetsAtOnceWhatItMissed() throws IOException {
        // Given
        Uploaded version = Api.accepted();

        // When
        try (EventStream stream = EventStream.of(version.job(), "ana", "1")) {
            Block first = stream.next().orElseThrow();

            // Then
            assertThat(first.job().getString("state")).isEqualTo("ACCEPTED");
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void whoHasSeenTheEndIsToldNotToComeBack() throws IOException {
        // Given
        Uploaded version = Api.accepted();
        String revision = Long.toString(settled(version.job()).getLong("revision"));

        // When
        try (EventStream stream = EventStream.of(version.job(), "ana", revision)) {
            // Then
            assertThat(stream.status()).isEqualTo(204);
        }
    }

    @Test
    void whoIsUpToDateGetsHeartBeatsOnlyUntilSomethingChanges() throws IOException {
        // Given: a job that no worker takes
        Uploaded version = Api.accepted();
        parked(version);
        String revision =
                Long.toString(Api.job(version.job()).extract().jsonPath().getLong("revision"));

        try (EventStream stream = EventStream.of(version.job(), "ana", revision)) {
            // When
            List<Block> quiet = List.of(
                    stream.next().orElseThrow(),
                    stream.next().orElseThrow(),
                    stream.next().orElseThrow());
            kept.change("update job set percent = 42 where id = ?::uuid", version.job());
            Block change = stream.nextEvent();

            // Then
            assertThat(quiet)
                    .noneMatch(Block::isEvent)
                    .allMatch(block -> block.comment().isPresent());
            assertThat(change.job().getInt("percent")).isEqualTo(42);
        }
    }

    @Test
    void anIdThatIsNoneOfOursIsAnsweredWithTheJobAsItIs() throws IOException {
        // Given
        Uploaded version = Api.accepted();

        for (String id : List.of("nonsense", "-1", "999999", "9".repeat(100))) {
            // When
            try (EventStream stream = EventStream.of(version.job(), "ana", id)) {
                // Then
                assertThat(stream.next().orElseThrow().job().getString("state")).isEqualTo("ACCEPTED");
            }
        }
    }

    @Test
    void aStreamOutlivesTheDatabaseAndTellsWhatChangedMeanwhile() throws IOException {
        // Given
        Uploaded version = Api.accepted();
        parked(version);
        try (EventStream stream = EventStream.of(version.job(), "ana", null)) {
            stream.nextEvent();

            // When
            PostgresResource.part().kill();
            Block beat = stream.next().orElseThrow();
            PostgresResource.part().start();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> kept.change("update job set percent = 43 where id = ?::uuid", version.job()) == 1);

            // Then
            assertThat(beat.isEvent()).isFalse();
            assertThat(stream.nextEvent().job().getInt("percent")).isEqualTo(43);
        }
    }

    @Test
    void nobodyFollowsMoreJobsAtOnceThanAllowedAndWhoLeavesMakesRoom() throws IOException {
        // Given
        Uploaded version = Api.accepted();
        parked(version);
        List<EventStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                open.add(EventStream.of(version.job(), "ana", null));
                assertThat(open.getLast().status()).isEqualTo(200);
            }

            // When
            try (EventStream refused = EventStream.of(version.job(), "ana", null);
                    EventStream another = EventStream.of(version.job(), "otto", null)) {
                // Then
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.rest()).contains("urn:zenith:problem:too-many-requests");
                assertThat(another.status()).isEqualTo(200);
            }

            // When: one of hers goes away without a word
            open.removeFirst().close();

            // Then
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                EventStream next = EventStream.of(version.job(), "ana", null);
                open.add(next);
                return next.status() == 200;
            });
        } finally {
            for (EventStream stream : open) {
                stream.close();
            }
        }
    }

    @Test
    void eventsAreForAnalystsAndEditors() {
        // Given
        Uploaded version = Api.accepted();
        String path = "/api/v1/admin/jobs/%s/events";

        // When, then
        rhea().get(path.formatted(version.job())).then().statusCode(403);
        visitor().get(path.formatted(version.job())).then().statusCode(401);
        Api.eddie().get(path.formatted(version.job())).then().statusCode(200);
        Api.ana().get(path.formatted(UUID.randomUUID())).then().statusCode(404);
        Api.ana().get(path.formatted("no-uuid")).then().statusCode(400);
    }

    /** A job that is open and due in an hour. */
    private void parked(Uploaded version) {
        kept.change("""
                update job set state = 'RECEIVED', percent = 0, finished_at = null, due_at = now() + interval '1 hour'
                where id = ?::uuid
                """, version.job());
    }

    @Test
    void whoIsGoneBeforeItBeganIsForgotten() {
        // Given
        JobId job = new JobId(UUID.fromString(Api.accepted().job()));
        Multi<Optional<JobView>> neverBegun =
                streams.follow(job, new UserId("ana"), 0).orElseThrow();

        // When
        assertThat(streams.size()).isEqualTo(1);
        everyStreamIsLetGo();

        // Then: if it begins after all, its caller is told to come back
        assertThat(neverBegun.collect().asList().await().atMost(Duration.ofSeconds(5)))
                .hasSize(1);
    }
}
