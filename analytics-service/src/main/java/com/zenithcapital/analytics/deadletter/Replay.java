package com.zenithcapital.analytics.deadletter;

import static com.zenithcapital.analytics.deadletter.DeadLetterProblem.BROKER_AWAY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.identity.UserId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a dead letter to the topic it came from: as it was, with one header more. Noted first and in one transaction, so one
 * that was sent and whose note was lost, by a crash at that moment, is sent again; its consumers know it by its id.
 */
@Singleton
class Replay {

    static final String HEADER = "zenith-replay-of";

    private static final String DEAD_LETTER_HEADERS = "dead-letter-";

    private final Map<String, Object> cluster;
    private final DeadLetterConfig config;
    private final ReplayedLetters replayed;

    Replay(
            @Identifier("default-kafka-broker") Map<String, Object> cluster,
            DeadLetterConfig config,
            ReplayedLetters replayed) {
        this.cluster = cluster;
        this.config = config;
        this.replayed = replayed;
    }

    /** Whether it was sent: false when it had been before. */
    boolean send(ConsumerRecord<byte[], byte[]> letter, String to, UserId by) {
        LetterPlace place = new LetterPlace(letter.topic(), letter.partition(), letter.offset());
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!replayed.note(place, by)) {
                return false;
            }
            deliver(letter, to);
            return true;
        });
    }

    private void deliver(ConsumerRecord<byte[], byte[]> letter, String to) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(to, letter.key(), letter.value());
        letter.headers().forEach(header -> {
            if (!header.key().startsWith(DEAD_LETTER_HEADERS)) {
                record.headers().add(header);
            }
        });
        record.headers()
                .add(
                        HEADER,
                        "%s/%d/%d"
                                .formatted(letter.topic(), letter.partition(), letter.offset())
                                .getBytes(UTF_8));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | KafkaException e) {
            throw BROKER_AWAY
                    .because("Kafka did not take the record. Nothing is noted, send it again.")
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BROKER_AWAY.because("The service is stopping.").causedBy(e);
        }
    }

    private Map<String, Object> properties() {
        int milliseconds = Math.toIntExact(config.patience().toMillis());
        Map<String, Object> properties = new HashMap<>(cluster);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "analytics-replay");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, milliseconds);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, milliseconds);
        return properties;
    }
}
