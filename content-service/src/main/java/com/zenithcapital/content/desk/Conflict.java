package com.zenithcapital.content.desk;

import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;

import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.revision.Fields;
import com.zenithcapital.platform.problem.FieldError;
import com.zenithcapital.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Two people changed the same text, or who may save it too.
 *
 * @param seen the revision that both began with
 * @param base its text
 * @param yours the text that came too late
 * @param theirs the text that is there now
 */
record Conflict(int seen, Version base, Version yours, Version theirs, Fields fields) {

    List<String> yourChanges() {
        return base.differing(yours, fields);
    }

    List<String> theirChanges() {
        return base.differing(theirs, fields);
    }

    /** What both changed, and not to the same. */
    List<String> overlap() {
        List<String> differing = yours.differing(theirs, fields);
        return yourChanges().stream()
                .filter(theirChanges()::contains)
                .filter(differing::contains)
                .toList();
    }

    boolean isMergeable() {
        return overlap().isEmpty();
    }

    Version merged() {
        List<String> ofText = yourChanges().stream()
                .filter(name -> !name.equals(Version.CO_EDITORS))
                .toList();
        Content text = fields.replacing(theirs.content(), ofText, yours.content());
        return new Version(text, yourChanges().contains(Version.CO_EDITORS) ? yours.coEditors() : theirs.coEditors());
    }

    /** 412 with all that is needed to go on: every field that somebody changed, three times. */
    ProblemException refused(Standing now) {
        List<String> overlap = overlap();
        List<String> names = Stream.concat(yourChanges().stream(), theirChanges().stream())
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .stream()
                .toList();
        Map<String, String> members = new HashMap<>();
        members.put("baseRevision", Integer.toString(seen));
        members.put("currentRevision", Integer.toString(now.revision()));
        members.put("mergeable", Boolean.toString(overlap.isEmpty()));
        members.put("base", base.only(names, fields));
        members.put("yours", yours.only(names, fields));
        members.put("theirs", theirs.only(names, fields));
        return PRECONDITION_FAILED
                .because("The insight was changed since revision %d and stands at \"%s\" now. %s"
                        .formatted(seen, now.edition().tag(), advice(overlap)))
                .with(overlap.stream()
                        .map(name -> new FieldError("/" + name, "Changed by both: choose."))
                        .toList())
                .telling(members)
                .carrying(Map.of("ETag", "\"" + now.edition().tag() + "\""));
    }

    private static String advice(List<String> overlap) {
        return overlap.isEmpty()
                ? "Nothing overlaps: the same save with Prefer: merge goes through."
                : "Both changed: " + String.join(", ", overlap) + ".";
    }
}
