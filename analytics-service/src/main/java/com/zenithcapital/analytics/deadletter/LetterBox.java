package com.zenithcapital.analytics.deadletter;

import static com.zenithcapital.analytics.deadletter.DeadLetterProblem.ALREADY_REPLAYED;
import static com.zenithcapital.analytics.deadletter.DeadLetterProblem.BROKER_AWAY;
import static com.zenithcapital.analytics.deadletter.DeadLetterProblem.NO_SUCH_LETTER;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_CURSOR;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.UserId;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The dead letters of all topics, as administrators deal with them. */
@Singleton
class LetterBox {

    /** Of one call. */
    private static final int SENT_AT_ONCE = 500;

    private static final String LIST = "dead-letters";

    private final Map<String, Object> cluster;
    private final DeadLetterConfig config;
    private final ReplayedLetters replayed;
    private final Replay replay;

    LetterBox(
            @Identifier("default-kafka-broker") Map<String, Object> cluster,
            DeadLetterConfig config,
            ReplayedLetters replayed,
            Replay replay) {
        this.cluster = cluster;
        this.config = config;
        this.replayed = replayed;
        this.replay = replay;
    }

    Page<DeadLetter> newest(@Nullable String topic, Limit limit, @Nullable String cursor) {
        List<String> topics = topic == null
                ? config.topics().stream().map(name -> name + Drawer.SUFFIX).toList()
                : List.of(known("query:topic", topic));
        Map<TopicPartition, Long> before = new HashMap<>();
        Cursor.decode(LIST, cursor).ifPresent(place -> before.putAll(places(place)));
        List<ConsumerRecord<byte[], byte[]>> found =
                withDrawer(drawer -> drawer.newest(topics, before, limit.plusOne()));
        Map<LetterPlace, Instant> done = replayed.of(topics);
        boolean more = found.size() > limit.value();
        List<DeadLetter> items = found.subList(0, Math.min(found.size(), limit.value())).stream()
                .map(Drawer::describe)
                .map(letter -> letter.replayed(done.get(placeOf(letter))))
                .toList();
        if (!more) {
            return new Page<>(items, null);
        }
        items.forEach(letter -> before.put(new TopicPartition(letter.topic(), letter.partition()), letter.offset()));
        return new Page<>(items, cursor(before).encode());
    }

    /** One, by its place. */
    Replayed replayOne(LetterPlace asked, boolean dryRun, UserId by) {
        LetterPlace place = new LetterPlace(known("/topic", asked.topic()), asked.partition(), asked.offset());
        ConsumerRecord<byte[], byte[]> letter = withDrawer(drawer -> drawer.at(place.of(), place.offset())
                .orElseThrow(() -> NO_SUCH_LETTER.because("There is no letter at %d of %s, or Kafka has let it go."
                        .formatted(place.offset(), place.of()))));
        String to = destination(letter);
        boolean sent = dryRun ? !replayed.of(List.of(place.topic())).containsKey(place) : replay.send(letter, to, by);
        if (!sent) {
            throw ALREADY_REPLAYED.because("It was sent again before. If it came back, that is a letter of its own.");
        }
        return new Replayed(dryRun, List.of(new Replayed.Sent(Drawer.describe(letter), to)), false);
    }

    /** All of a topic that were not sent again yet, the oldest first, some hundreds in a call. */
    Replayed replayAll(String topic, boolean dryRun, UserId by) {
        String name = known("/topic", topic);
        Map<LetterPlace, Instant> done = replayed.of(List.of(name));
        List<ConsumerRecord<byte[], byte[]>> open = withDrawer(drawer -> open(drawer, name, done));
        List<Replayed.Sent> sent = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> letter : open.subList(0, Math.min(open.size(), SENT_AT_ONCE))) {
            String to = destination(letter);
            if (dryRun || replay.send(letter, to, by)) {
                sent.add(new Replayed.Sent(Drawer.describe(letter), to));
            }
        }
        return new Replayed(dryRun, sent, open.size() > SENT_AT_ONCE);
    }

    private static List<ConsumerRecord<byte[], byte[]>> open(
            Drawer drawer, String topic, Map<LetterPlace, Instant> done) {
        List<ConsumerRecord<byte[], byte[]>> open = new ArrayList<>();
        Map<TopicPartition, Long> ends = drawer.ends(List.of(topic));
        Map<TopicPartition, Long> begins = drawer.begins(ends.keySet());
        ends.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().partition()))
                .forEach(entry -> {
                    long from = begins.getOrDefault(entry.getKey(), 0L);
                    while (from < entry.getValue() && open.size() <= SENT_AT_ONCE) {
                        long to = Math.min(entry.getValue(), from + SENT_AT_ONCE);
                        drawer.read(entry.getKey(), from, to).stream()
                                .filter(letter -> !done.containsKey(
                                        new LetterPlace(letter.topic(), letter.partition(), letter.offset())))
                                .forEach(open::add);
                        from = to;
                    }
                });
        return open;
    }

    /** Only to where dead letters are looked after: a header that says something else is not believed. */
    private String destination(ConsumerRecord<byte[], byte[]> letter) {
        String told = Drawer.sourceOf(letter);
        return config.topics().contains(told)
                ? told
                : letter.topic().substring(0, letter.topic().length() - Drawer.SUFFIX.length());
    }

    /** Named as the topic of the dead letters, or as the one whose they are. */
    private String known(String pointer, String topic) {
        String name =
                topic.endsWith(Drawer.SUFFIX) ? topic.substring(0, topic.length() - Drawer.SUFFIX.length()) : topic;
        if (!config.topics().contains(name)) {
            throw INVALID_REQUEST.at(pointer, "topic is one of %s.".formatted(String.join(", ", config.topics())));
        }
        return name + Drawer.SUFFIX;
    }

    private <T> T withDrawer(Function<Drawer, T> work) {
        try (Drawer drawer = new Drawer(cluster, config.patience())) {
            return work.apply(drawer);
        } catch (KafkaException e) {
            throw BROKER_AWAY.because("Kafka does not answer. Try again later.").causedBy(e);
        }
    }

    private static LetterPlace placeOf(DeadLetter letter) {
        return new LetterPlace(letter.topic(), letter.partition(), letter.offset());
    }

    private static Cursor cursor(Map<TopicPartition, Long> before) {
        return Cursor.of(
                LIST,
                before.entrySet().stream()
                        .map(entry -> "%s/%d/%d"
                                .formatted(
                                        entry.getKey().topic(), entry.getKey().partition(), entry.getValue()))
                        .sorted()
                        .toArray());
    }

    private static Map<TopicPartition, Long> places(Cursor cursor) {
        Map<TopicPartition, Long> places = new HashMap<>();
        for (String key : cursor.keys()) {
            String[] parts = key.split("/", 3);
            if (parts.length != 3 || !parts[1].matches("[0-9]{1,6}") || !parts[2].matches("[0-9]{1,18}")) {
                throw INVALID_CURSOR.at("query:cursor", "The cursor is not one of this list.");
            }
            places.put(new TopicPartition(parts[0], Integer.parseInt(parts[1])), Long.parseLong(parts[2]));
        }
        return places;
    }
}
