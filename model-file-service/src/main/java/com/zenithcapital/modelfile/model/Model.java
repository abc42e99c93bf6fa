package com.zenithcapital.modelfile.model;

import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.identity.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an analyst says about a model. Its versions, and which of them is public, are other steps' columns. */
@Entity
@Table(name = "model")
public class Model {

    @Id
    UUID id;

    String slug;
    String title;
    String summary;
    String[] tags;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_by")
    String updatedBy;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Grows with each change; what {@code If-Match} is compared with. */
    @Version
    int revision;

    protected Model() {}

    Model(ModelId id, UserId creator, String slug, ModelText text, Instant now) {
        this.id = id.value();
        this.slug = slug;
        this.createdBy = creator.value();
        this.createdAt = now;
        describe(creator, text, now);
    }

    void describe(UserId editor, ModelText text, Instant now) {
        title = text.title();
        summary = text.summary();
        tags = text.tags().toArray(String[]::new);
        updatedBy = editor.value();
        updatedAt = now;
    }

    boolean wasCreatedBy(UserId user) {
        return createdBy.equals(user.value());
    }

    List<String> tags() {
        return List.of(tags);
    }
}
