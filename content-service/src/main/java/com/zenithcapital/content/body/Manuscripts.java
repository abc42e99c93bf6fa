package com.zenithcapital.content.body;

import jakarta.inject.Singleton;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders Markdown: CommonMark with tables and footnotes. May be called from any number of threads.
 *
 * <p>Two fences stand between an author and a reader's browser. The tree loses raw HTML and bad addresses before it is
 * written, so that what the author meant as text stays; then {@link AllowList} goes over the HTML itself and trusts
 * nobody, the renderer included.
 *
 * <p>The limits are there because some short texts take long or have no end: each is far from what people write.
 */
@Singleton
public class Manuscripts {

    /** In chars. */
    public static final int LONGEST_TEXT = 200_000;

    /** A table's rows are filled up to the width of its head, so a text of 200 kB could ask for billions of cells. */
    static final int MOST_CELLS = 20_000;

    /** Of {@code * _ [ <} in one paragraph: each may start something, and the parser looks for its end. */
    static final int MOST_MARKS = 1_000;

    /** In the whole text, each with the chars of its paragraph: what looking for those ends costs at worst. */
    static final long MOST_LOOKING = 100_000_000;

    /** Lines with a bar times all lines: a table may start at each, so the parser copies the paragraph so far. */
    static final long MOST_COPYING = 100_000_000;

    static final int MOST_HEADINGS = 1_000;

    /** Quotes and lists within each other; a list takes two. What would be deeper is read as text. */
    static final int DEEPEST_BLOCKS = 60;

    /** The renderer and the sanitiser call themselves for each level; the sanitiser drops what is deeper than 256. */
    static final int DEEPEST_TREE = 120;

    /** In chars: one long link address, referred to many times, could ask for gigabytes. */
    static final int LONGEST_HTML = 2_000_000;

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), FootnotesExtension.create());

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .inlineParserFactory(context -> new BoundedInlines(new InlineParserImpl(context)))
            .build();

    /**
     * Renders one text.
     *
     * @throws UnrenderableException if the text passes one of the limits
     */
    public Rendered render(String markdown) {
        if (markdown.length() > LONGEST_TEXT) {
            throw new UnrenderableException("more than " + LONGEST_TEXT + " characters");
        }
        refuseManyBars(markdown);
        Node document = parser.parse(markdown);
        Tree.checkDepth(document, DEEPEST_TREE);
        RawHtml.dropFrom(document);
        Addresses.unwrapBad(document);
        Outline outline = Outline.of(document, MOST_HEADINGS);
        BoundedText html = new BoundedText(LONGEST_HTML);
        renderer(outline).render(document, html);
        Page page = Page.of(html.toString());
        int words = Words.in(page.text());
        return new Rendered(page.html(), page.text(), outline.headings(), words, Words.minutes(words));
    }

    private static void refuseManyBars(String markdown) {
        long lines = markdown.lines().count();
        long barred = markdown.lines().filter(line -> line.indexOf('|') >= 0).count();
        if (barred * lines > MOST_COPYING) {
            throw new UnrenderableException(barred + " lines with a | are too many for a text of " + lines + " lines");
        }
    }

    private static HtmlRenderer renderer(Outline outline) {
        AttributeProvider attributes = (node, tag, attribute) -> {
            String id = outline.id(node);
            if (id != null) {
                attribute.put("id", id);
            }
            if (node instanceof Image) {
                attribute.put("loading", "lazy");
            }
        };
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .percentEncodeUrls(true)
                .attributeProviderFactory(context -> attributes)
                .build();
    }
}
