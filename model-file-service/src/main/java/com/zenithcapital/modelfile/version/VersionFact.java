package com.zenithcapital.modelfile.version;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Something that happened to a version, in the past tense: what this service publishes. The key is the model's id. */
public record VersionFact(UUID eventId, Instant at, News data) implements OutboxEvent {

    public static final String TOPIC = "zenith.model-files.versions";

    /** What happened; its members are the JSON that is published. Adding a member is free, changing one is a new type. */
    public sealed interface News {
        VersionRef of();
    }

    /** Every byte is stored. Nobody has looked at them. */
    public record Received(@JsonUnwrapped VersionRef of, String filename, long size, String sha256, String uploadedBy)
            implements News {}

    /**
     * The engine found nothing against it.
     *
     * @param sheetNames those of the visible sheets, in their order: what everybody may see once it is public
     */
    public record Accepted(
            @JsonUnwrapped VersionRef of,
            int sheets,
            long cells,
            long formulas,
            long errors,
            int findings,
            List<String> sheetNames)
            implements News {

        public Accepted {
            sheetNames = List.copyOf(sheetNames);
        }
    }

    /** The engine found what the policy forbids. */
    public record Rejected(@JsonUnwrapped VersionRef of, Reason reason) implements News {}

    /** It could not be looked at. */
    public record Failed(@JsonUnwrapped VersionRef of, Reason reason) implements News {}

    /** An editor made it public. */
    public record Published(@JsonUnwrapped VersionRef of, String publishedBy) implements News {}

    /** An editor took it back. */
    public record Withdrawn(@JsonUnwrapped VersionRef of, String withdrawnBy) implements News {}

    public VersionFact {
        requireNonNull(eventId, "eventId is null");
        requireNonNull(at, "at is null");
        requireNonNull(data, "data is null");
    }

    public static VersionFact of(Instant at, News news) {
        return new VersionFact(Ids.next(), at, news);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String type() {
        return switch (data) {
            case Received _ -> "zenith.model-files.version-received.v1";
            case Accepted _ -> "zenith.model-files.version-accepted.v1";
            case Rejected _ -> "zenith.model-files.version-rejected.v1";
            case Failed _ -> "zenith.model-files.version-failed.v1";
            case Published _ -> "zenith.model-files.version-published.v1";
            case Withdrawn _ -> "zenith.model-files.version-withdrawn.v1";
        };
    }

    @Override
    public String key() {
        return data.of().modelId().toString();
    }
}
