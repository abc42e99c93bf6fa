package com.zenithcapital.content.body;

import com.zenithcapital.platform.slug.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The headings of a document, each with an id of its own. */
final class Outline {

    /**
     * Before each id: what has an id is also a property of the page's window and document, and a heading named
     * {@code location} or {@code cookie} would hide the real one from scripts.
     */
    static final String PREFIX = "h-";

    private final List<Heading> headings = new ArrayList<>();
    private final IdentityHashMap<Node, String> ids = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private Outline() {}

    static Outline of(Node document, int most) {
        Outline outline = new Outline();
        int seen = 0;
        for (Node node : Tree.nodes(document)) {
            if (node instanceof org.commonmark.node.Heading heading) {
                outline.add(heading);
                if (++seen > most) {
                    throw new UnrenderableException("more than " + most + " headings");
                }
            }
        }
        return outline;
    }

    List<Heading> headings() {
        return headings;
    }

    /** That of a heading with a text; none for any other node. */
    @Nullable
    String id(Node node) {
        return ids.get(node);
    }

    private void add(org.commonmark.node.Heading heading) {
        String text = text(heading);
        if (text.isEmpty()) {
            return;
        }
        String id = free(PREFIX + Slug.of(text, "section"));
        ids.put(heading, id);
        headings.add(new Heading(heading.getLevel(), id, text));
    }

    private String free(String wanted) {
        String id = wanted;
        while (!taken.add(id)) {
            id = wanted + "-" + numbers.merge(wanted, 2, (number, two) -> number + 1);
        }
        return id;
    }

    private static String text(Node heading) {
        PlainText text = new PlainText();
        for (Node node : Tree.nodes(heading)) {
            switch (node) {
                case Text part -> text.add(part.getLiteral());
                case Code part -> text.add(part.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.blank();
                default -> {}
            }
        }
        return text.toString();
    }
}
