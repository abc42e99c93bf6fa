package com.zenithcapital.content.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.revision.Fields;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a save replaces: a text, and who may save it too.
 *
 * @param coEditors null if nobody knows any more, which is like nothing that is known
 */
record Version(Content content, @Nullable List<String> coEditors) {

    static final String CO_EDITORS = "coEditors";

    Version {
        coEditors = coEditors == null ? null : List.copyOf(coEditors);
    }

    /** The names of the fields in which two differ, in alphabetical order. */
    List<String> differing(Version other, Fields fields) {
        TreeSet<String> names = new TreeSet<>(fields.differing(content, other.content));
        if (!Objects.equals(coEditors, other.coEditors)) {
            names.add(CO_EDITORS);
        }
        return List.copyOf(names);
    }

    /** Only these fields, as JSON. */
    String only(List<String> names, Fields fields) {
        ObjectNode tree = fields.of(content);
        if (coEditors == null) {
            tree.putNull(CO_EDITORS);
        } else {
            coEditors.forEach(tree.putArray(CO_EDITORS)::add);
        }
        return fields.write(tree.retain(names));
    }
}
