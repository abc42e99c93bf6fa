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
 */
final class BoundedInlines implements InlineParser {

    private final InlineParser parser;
    private final int mostMarks;
    private final int mostCells;
    private int cells;

    BoundedInlines(InlineParser parser, int mostMarks, int mostCells) {
        this.parser = parser;
        this.mostMarks = mostMarks;
        this.mostCells = mostCells;
    }

    @Override
    public void parse(SourceLines lines, Node node) {
        if (node instanceof TableCell && ++cells > mostCells) {
            throw new UnrenderableException(
                    "more than " + mostCells + " table cells, those left out in short rows included");
        }
        int marks = 0;
        for (SourceLine line : lines.getLines()) {
            marks += marks(line.getContent());
        }
        if (marks > mostMarks) {
            throw new UnrenderableException("more than " + mostMarks + " of the characters * _ [ < in one paragraph");
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
