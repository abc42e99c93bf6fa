package com.zenithcapital.content.body;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/**
 * Takes HTML out of a document. An HTML block goes as a whole, with the text in it, as the reference implementation
 * of CommonMark does in its safe mode. Of HTML within a paragraph the tags go and the text between them stays, unless
 * it is a script or a style sheet, which nobody was to read: that goes up to its end tag, or to the end of its
 * paragraph.
 */
final class RawHtml {

    private static final Pattern UNREAD =
            Pattern.compile("<(script|style)\\b.*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RawHtml() {}

    static void dropFrom(Node document) {
        Optional<String> unread = Optional.empty();
        for (Node node : Tree.nodes(document)) {
            if (node instanceof HtmlBlock) {
                node.unlink();
            }
            if (holdsInlines(node)) {
                unread = Optional.empty();
                continue;
            }
            if (node instanceof HtmlInline tag) {
                unread = unread.isPresent() && !ends(tag, unread.get()) ? unread : started(tag, unread);
                drop(tag);
            } else if (unread.isPresent() && (node.getFirstChild() == null || node instanceof Image)) {
                drop(node);
            }
        }
    }

    private static boolean holdsInlines(Node node) {
        return node instanceof Block
                || node instanceof TableCell
                || node instanceof TableRow
                || node instanceof TableHead
                || node instanceof TableBody;
    }

    private static Optional<String> started(HtmlInline tag, Optional<String> ended) {
        if (ended.isPresent()) {
            return Optional.empty();
        }
        Matcher start = UNREAD.matcher(tag.getLiteral());
        return start.matches() ? Optional.of(start.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean ends(HtmlInline tag, String name) {
        return tag.getLiteral().toLowerCase(Locale.ROOT).startsWith("</" + name);
    }

    private static void drop(Node node) {
        Node parent = node.getParent();
        node.unlink();
        while (parent != null && parent.getFirstChild() == null && isNothingWhenEmpty(parent)) {
            Node emptied = parent;
            parent = emptied.getParent();
            emptied.unlink();
        }
    }

    private static boolean isNothingWhenEmpty(Node node) {
        return node instanceof Paragraph
                || node instanceof Emphasis
                || node instanceof StrongEmphasis
                || node instanceof Link;
    }
}
