package com.zenithcapital.modelfile.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.util.UUID;

/** A client began to download a version. Its going on after an interruption is none of these. */
record DownloadStarted(UUID eventId, Instant at, Data data) implements OutboxEvent {

    static final String TOPIC = "zenith.model-files.downloads";

    /** What is told of it. */
    record Data(
            ModelId modelId,
            String slug,
            VersionId versionId,
            @JsonProperty("version") int number,
            long size,
            String downloadedBy) {}

    static DownloadStarted of(Instant at, Data data) {
        return new DownloadStarted(Ids.next(), at, data);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String type() {
        return "zenith.model-files.download-started.v1";
    }

    @Override
    public String key() {
        return data.modelId().toString();
    }
}
