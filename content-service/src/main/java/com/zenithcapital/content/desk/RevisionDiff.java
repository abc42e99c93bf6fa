package com.zenithcapital.content.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.content.body.TextDiff;
import java.util.List;

/**
 * What changed between two revisions.
 *
 * @param fields every field that differs, but for the body
 * @param body the lines of the body that differ, with what is around them; empty if it is the same
 */
record RevisionDiff(RevisionLine from, RevisionLine to, List<Field> fields, TextDiff.Difference body) {

    RevisionDiff {
        fields = List.copyOf(fields);
    }

    /** A field before and after. */
    record Field(String field, JsonNode before, JsonNode after) {}
}
