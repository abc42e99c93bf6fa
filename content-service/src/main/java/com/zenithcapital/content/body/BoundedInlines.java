package com.zenithcapital.content.body;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Stands before the parser of what is within paragraphs and cells, and refuses what would make it slow: it calls itself
 * once for each level of emphasis or images, and reads on to the paragraph's end for much that only looks like a start.
 * One of them serves one text.
 *
 * <p>The parser behind it is commonmark-java's own, which has no public name: a new release may move it, and then this
 * does not compile.
 */
final class BoundedInlines implements InlineParser {

    private final InlineParser parser;
    private int cells;
    private long looking;

    BoundedInlines(InlineParser parser) {
        this.parser = parser;
    }

    @Override
    public void parse(SourceLines lines, Node node) {
        if (node instanceof TableCell && ++cells > Manuscripts.MOST_CELLS) {
            throw new UnrenderableException(
                    "more than " + Manuscripts.MOST_CELLS + " table cells, those left out in short rows included");
        }
        long chars = 0;
        int marks = 0;
        for (SourceLine line : lines.getLines()) {
            chars += line.getContent().length();
            marks += marks(line.getContent());
        }
        if (marks > Manuscripts.MOST_MARKS) {
            throw new UnrenderableException(
                    "more than " + Manuscripts.MOST_MARKS + " of the characters * _ [ < in one paragraph");
        }
        looking += marks * chars;
        if (looking > Manuscripts.MOST_LOOKING) {
            throw new UnrenderableException("too many of the characters * _ [ < in long paragraphs: their number times "
                    + "the paragraph's length adds up to more than " + Manuscripts.MOST_LOOKING);
        }
        parser.parse(lines, node);
    }

    private static int marks(CharSequence line) {
        int marks = 0;
        for (int at = 0; at < line.length(); at++) {
            char read = line.charAt(at);
            if (read == '*' || read == '_' || read == '[' || read == '<') {
                marks++;
            }
        }
        return marks;
    }
}
