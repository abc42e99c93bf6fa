package com.zenithcapital.content.publication;

import java.util.List;
import java.util.UUID;

/**
 * A model that an insight links, as it is public now.
 *
 * @param version the newest public one
 * @param sheets names of its visible sheets
 */
record LinkedModel(UUID id, String slug, int version, List<String> sheets) {

    LinkedModel {
        sheets = List.copyOf(sheets);
    }
}
