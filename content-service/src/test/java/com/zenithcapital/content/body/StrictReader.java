package com.zenithcapital.content.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads HTML as a browser does and names everything in it that has no business in an insight. It has a list of its own,
 * written again and not taken from {@link AllowList}, so that a slip there is seen here.
 */
final class StrictReader {

    private static final Pattern PLAIN_ID = Pattern.compile("(h|fn|fnref)-\\S+");
    private static final Pattern SCHEME = Pattern.compile("([^/?#]*?):.*", Pattern.DOTALL);

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("p", Set.of()),
            Map.entry("h1", Set.of("id")),
            Map.entry("h2", Set.of("id")),
            Map.entry("h3", Set.of("id")),
            Map.entry("h4", Set.of("id")),
            Map.entry("h5", Set.of("id")),
            Map.entry("h6", Set.of("id")),
            Map.entry("ul", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("li", Set.of("id")),
            Map.entry("table", Set.of()),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("align")),
            Map.entry("td", Set.of("align")),
            Map.entry("blockquote", Set.of()),
            Map.entry("pre", Set.of()),
            Map.entry("code", Set.of("class")),
            Map.entry("em", Set.of()),
            Map.entry("strong", Set.of()),
            Map.entry("hr", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("sup", Set.of("class")),
            Map.entry("section", Set.of("class")),
            Map.entry("a", Set.of("href", "rel", "title", "id", "class")),
            Map.entry("img", Set.of("src", "alt", "title", "loading")));

    private StrictReader() {}

    static List<String> complaints(String html) {
        List<String> complaints = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Jsoup.parseBodyFragment(html)
                .body()
                .childNodes()
                .forEach(child -> child.forEachNode(node -> {
                    check(node, ids, complaints);
                }));
        return complaints;
    }

    private static void check(Node node, Set<String> ids, List<String> complaints) {
        switch (node) {
            case Element element -> check(element, ids, complaints);
            case TextNode _ -> {}
            // The sanitiser parts "{{" with an empty comment, so that no template engine takes it for its own.
            case Comment comment when comment.getData().isBlank() -> {}
            default -> complaints.add("node " + node.nodeName());
        }
    }

    private static void check(Element element, Set<String> ids, List<String> complaints) {
        Set<String> allowed = ALLOWED.get(element.normalName());
        if (allowed == null || !element.tag().namespace().equals("http://www.w3.org/1999/xhtml")) {
            complaints.add("element " + element.tagName());
            return;
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (!allowed.contains(name) || !isGood(element.normalName(), name, attribute.getValue())) {
                complaints.add("attribute " + name + "=" + attribute.getValue() + " on " + element.tagName());
            }
            if (name.equals("id") && !ids.add(attribute.getValue())) {
                complaints.add("id twice: " + attribute.getValue());
            }
        }
        if (element.normalName().equals("a") && !element.attr("rel").equals("noopener noreferrer")) {
            complaints.add("a link without rel: " + element);
        }
    }

    private static boolean isGood(String element, String name, String value) {
        return switch (name) {
            case "href" -> Set.of("", "http", "https", "mailto").contains(scheme(value));
            case "src" ->
                Set.of("", "https").contains(scheme(value))
                        && !value.replace('\\', '/').strip().startsWith("//");
            case "id" -> PLAIN_ID.matcher(value).matches();
            case "class" ->
                switch (element) {
                    case "code" -> value.matches("language-[\\w+#.-]+");
                    case "section" -> value.equals("footnotes");
                    default -> value.equals("footnote-ref") || value.equals("footnote-backref");
                };
            case "align" -> Set.of("left", "center", "right").contains(value);
            case "start" -> value.matches("\\d{1,9}");
            case "loading" -> value.equals("lazy");
            case "rel" -> value.equals("noopener noreferrer");
            default -> !name.startsWith("on");
        };
    }

    /** Empty for an address without one. Nothing but visible characters counts. */
    private static String scheme(String address) {
        var scheme = SCHEME.matcher(address.replaceAll("[\\p{C}\\p{Z}\\s]", ""));
        return scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
