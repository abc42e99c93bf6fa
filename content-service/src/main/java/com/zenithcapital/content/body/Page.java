package com.zenithcapital.content.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.HtmlStreamRenderer;

/** What is left of HTML behind the allow-list, and what it says to somebody who sees no markup. */
record Page(String html, String text) {

    static Page of(String unsafe) {
        StringBuilder html = new StringBuilder(unsafe.length());
        Reading reading = new Reading(HtmlStreamRenderer.create(html, Page::refuse));
        AllowList.pass(unsafe, reading);
        return new Page(html.toString(), reading.text.toString());
    }

    /** The allow-list names only what can be written; if it did not, that would be our defect and not the author's. */
    private static void refuse(String complaint) {
        throw new IllegalStateException(complaint);
    }

    /** Reads along while the HTML is written. */
    private static final class Reading extends HtmlStreamEventReceiverWrapper {

        private static final Set<String> WITHIN_A_LINE = Set.of("a", "em", "strong", "del", "code", "sup", "img");

        private final PlainText text = new PlainText();
        private final Set<String> ids = new HashSet<>();
        private boolean preformatted;
        /** The element whose end is waited for while nothing is read. */
        private @Nullable String skipped;

        Reading(HtmlStreamEventReceiver writer) {
            super(writer);
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            super.openTag(element, withoutTakenId(attributes));
            if (skipped != null) {
                return;
            }
            if (isFootnoteMark(attributes)) {
                skipped = element;
                return;
            }
            separate(element);
            switch (element) {
                case "pre" -> preformatted = true;
                case "img" -> describe(attributes);
                default -> {}
            }
        }

        @Override
        public void closeTag(String element) {
            super.closeTag(element);
            if (skipped != null) {
                skipped = element.equals(skipped) ? null : skipped;
                return;
            }
            separate(element);
            if (element.equals("pre")) {
                preformatted = false;
            }
        }

        @Override
        public void text(String part) {
            super.text(part);
            if (skipped != null) {
                return;
            }
            if (preformatted) {
                text.addLines(part);
            } else {
                text.add(part);
            }
        }

        /** Footnotes {@code a} and {@code a-2} may end up with the same one; a link then leads to the first. */
        private List<String> withoutTakenId(List<String> attributes) {
            String id = value("id", attributes);
            if (id.isEmpty() || ids.add(id)) {
                return attributes;
            }
            List<String> others = new ArrayList<>(attributes);
            int at = others.indexOf(id);
            others.subList(at - 1, at + 1).clear();
            return others;
        }

        private void separate(String element) {
            if (element.equals("td") || element.equals("th")) {
                text.blank();
            } else if (!WITHIN_A_LINE.contains(element)) {
                text.line();
            }
        }

        private void describe(List<String> attributes) {
            text.blank();
            text.add(value("alt", attributes));
            text.blank();
        }

        /** The number at a word and the arrow back to it: read aloud they would be noise within a sentence. */
        private static boolean isFootnoteMark(List<String> attributes) {
            return value("class", attributes).startsWith("footnote-");
        }

        /** The list holds names and values by turns. */
        private static String value(String name, List<String> attributes) {
            for (int at = 0; at + 1 < attributes.size(); at += 2) {
                if (attributes.get(at).equals(name)) {
                    return attributes.get(at + 1);
                }
            }
            return "";
        }
    }
}
