package com.zenithcapital.content.model;

import java.util.List;
import java.util.UUID;

/**
 * A model as everybody may see it.
 *
 * @param version the newest public one
 * @param sheets names of its visible sheets
 */
public record PublicModel(UUID id, String slug, int version, List<String> sheets) {

    public PublicModel {
        sheets = List.copyOf(sheets);
    }
}
