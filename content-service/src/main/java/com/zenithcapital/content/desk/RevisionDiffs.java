package com.zenithcapital.content.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.content.body.TextDiff;
import com.zenithcapital.content.revision.Fields;
import jakarta.inject.Singleton;
import java.util.List;

/** Compares revisions, in whatever order they were made. */
@Singleton
class RevisionDiffs {

    private static final String BODY = "body";

    private final Fields fields;

    RevisionDiffs(Fields fields) {
        this.fields = fields;
    }

    RevisionDiff between(RevisionView before, RevisionView after) {
        ObjectNode left = fields.of(before.content());
        ObjectNode right = fields.of(after.content());
        List<RevisionDiff.Field> changed = fields.differing(before.content(), after.content()).stream()
                .filter(name -> !name.equals(BODY))
                .map(name -> new RevisionDiff.Field(name, left.get(name), right.get(name)))
                .toList();
        return new RevisionDiff(
                before.about(),
                after.about(),
                changed,
                TextDiff.lines(before.content().body(), after.content().body()));
    }
}
