package com.zenithcapital.workbook.xml;

import com.fasterxml.aalto.stax.StreamReaderImpl;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * An attribute's value where the parser has it, not copied into a String: a sheet has millions of cells with two or three
 * each. The parser leaves out white space at the ends when it is asked like this; where there may be some, it is asked
 * for the whole instead, so that {@code " A1"} stays another value than {@code "A1"}.
 */
final class AttributeValue extends TypedValueDecoder implements CharSequence {

    private static final char[] NONE = {};

    private char[] characters = NONE;
    private int start;
    private int length;
    private boolean trimmed;

    void read(StreamReaderImpl reader, int index) throws XMLStreamException {
        reader.getAttributeAs(index, this);
        if (trimmed) {
            characters = reader.getAttributeValue(index).toCharArray();
            start = 0;
            length = characters.length;
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return characters[start + Objects.checkIndex(index, length)];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().substring(from, to);
    }

    @Override
    public String toString() {
        return new String(characters, start, length);
    }

    @Override
    public void decode(String value) {
        decode(value.toCharArray(), 0, value.length());
    }

    /** All values of an element stand in one buffer; beside this one stands another's, or what an earlier element left. */
    @Override
    public void decode(char[] buffer, int from, int to) {
        characters = buffer;
        start = from;
        length = to - from;
        trimmed = (from > 0 && buffer[from - 1] <= ' ') || (to < buffer.length && buffer[to] <= ' ');
    }

    /** Empty, or nothing but white space. */
    @Override
    public void handleEmptyValue() {
        trimmed = true;
    }
}
