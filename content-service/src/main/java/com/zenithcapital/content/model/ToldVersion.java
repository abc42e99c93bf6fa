package com.zenithcapital.content.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read here of a fact about a version; golden files in both services' tests are the contract.
 *
 * @param sheetNames in the fact of an acceptance only, and not in those from before they were told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ToldVersion(
        UUID modelId, String slug, int version, @Nullable List<String> sheetNames) {

    List<String> sheets() {
        return sheetNames == null ? List.of() : sheetNames;
    }
}
