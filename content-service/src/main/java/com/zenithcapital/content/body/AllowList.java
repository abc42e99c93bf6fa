package com.zenithcapital.content.body;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** Every element and attribute that may reach a reader. What is not named here does not exist. */
final class AllowList {

    private static final String[] HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"};

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(HEADINGS)
            .allowElements("p", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "em", "strong", "del", "sup")
            .allowElements("table", "thead", "tbody", "tr", "th", "td", "section", "img")
            .allowElements(AllowList::withRel, "a")
            .allowAttributes("id")
            .matching(Pattern.compile(Outline.PREFIX + "\\S++"))
            .onElements(HEADINGS)
            .allowAttributes("id")
            .matching(Pattern.compile("fn(?:ref)?-\\S++"))
            .onElements("a", "li")
            .allowAttributes("class")
            .matching(Pattern.compile("footnote-(?:back)?ref"))
            .onElements("a", "sup")
            .allowAttributes("class")
            .matching(Pattern.compile("footnotes"))
            .onElements("section")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[A-Za-z0-9_+#.-]{1,40}+"))
            .onElements("code")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}+"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(Pattern.compile("left|center|right"))
            .onElements("th", "td")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(only(Addresses::mayLink))
            .onElements("a")
            .allowAttributes("src")
            .matching(only(Addresses::mayShow))
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "img")
            .allowAttributes("loading")
            .matching(Pattern.compile("lazy"))
            .onElements("img")
            .toFactory();

    private AllowList() {}

    /** Tells the receiver of what is allowed in the HTML, in its order. */
    static void pass(String html, HtmlStreamEventReceiver receiver) {
        HtmlSanitizer.sanitize(html, POLICY.apply(receiver));
    }

    /** The builder's own way writes the two words in an order that changes from one start to the next. */
    private static String withRel(String element, List<String> attributes) {
        if (attributes.contains("href")) {
            attributes.add("rel");
            attributes.add("noopener noreferrer");
        }
        return element;
    }

    private static AttributePolicy only(Predicate<String> allowed) {
        return (element, attribute, value) -> allowed.test(value) ? value : null;
    }
}
