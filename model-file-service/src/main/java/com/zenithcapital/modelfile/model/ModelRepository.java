package com.zenithcapital.modelfile.model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Models as they are written. They are read by {@link ModelQueries}. */
@ApplicationScoped
class ModelRepository implements PanacheRepositoryBase<Model, UUID> {

    /** By the unique index on the slug. */
    boolean isTaken(String slug) {
        return count("slug", slug) > 0;
    }
}
