package com.zenithcapital.workbook.xml;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.DTD_NOT_ALLOWED;
import static com.zenithcapital.workbook.verdict.Rejection.UNPROCESSABLE;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.StreamReaderImpl;
import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Pulls through the XML of one part. No document type declaration is allowed, so no entity can multiply or reach
 * outside; and whatever a parser must keep while it reads is bounded: the length of one piece, the depth of elements,
 * the number of different names. A part that passes the bounds is refused, never a reason to run out of memory.
 *
 * <p>Names are local names: the same code reads the transitional and the strict namespaces (ECMA-376 part 4 and 1) and
 * whatever prefix a writer chose.
 */
public final class PartReader implements AutoCloseable {

    /**
     * Longest text, start tag, comment or processing instruction, in bytes. Excel's longest text has 32,767 characters,
     * which take 262,136 bytes when each is written as a reference.
     */
    static final int MOST_BYTES_OF_ONE_PIECE = 1 << 20;

    /** Deepest nesting of elements. Excel's own parts stay below 30. */
    static final int DEEPEST = 256;

    /** Most different names of elements, attributes and prefixes in one part. Excel's own use a few hundred. */
    static final int MOST_NAMES = 2_000;

    /** Most attributes of one element, and most namespaces that one declares. Excel's own have some forty. */
    static final int MOST_ATTRIBUTES = 256;

    /** Most elements of one part: ten seconds' worth. A workbook of 50 MB with 4 million cells has 12 million in all. */
    static final int MOST_ELEMENTS = 50_000_000;

    /** Of all those names together. */
    static final int MOST_CHARACTERS_OF_NAMES = 128 << 10;

    private final String part;
    private final MeteredStream source;
    /** By its own type: what millions of cells call is compiled without asking which parser it is. */
    private final StreamReaderImpl reader;

    private final AttributeValue attributeValue = new AttributeValue();
    private final Set<String> names = new HashSet<>();
    /** A sheet's few names, millions of times: found here without a look-up. */
    private final @Nullable String[] recentNames = new String[64];

    private int charactersOfNames;
    private int elements;
    private int depth;

    /** Takes over {@code in} and closes it; {@code part} is for messages. */
    public PartReader(String part, InputStream in) {
        this.part = part;
        this.source = new MeteredStream(in, part, MOST_BYTES_OF_ONE_PIECE);
        try {
            this.reader = (StreamReaderImpl) factory().createXMLStreamReader(source);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** A new one for each part: a factory keeps the names of all its documents, and some documents are hostile. */
    private static XMLInputFactory2 factory() {
        XMLInputFactory2 factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, false);
        return factory;
    }

    /** What a step of the reading came to. */
    public enum Event {
        START,
        TEXT,
        END,
        END_OF_PART
    }

    /** The next start of an element, piece of text or end of an element; comments and instructions are passed over. */
    public Event next() {
        while (true) {
            source.beginPiece();
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return Event.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return Event.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return Event.TEXT;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Event.END_OF_PART;
                }
                case XMLStreamConstants.DTD -> throw dtd();
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw CORRUPT.because(
                            "The part %s refers to an entity that XML does not define.".formatted(shownName()));
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> remember(reader.getPITarget());
                default -> {
                    // A comment says nothing about the workbook.
                }
            }
        }
    }

    /** The next start of an element, at whatever depth; false after the last. */
    public boolean nextElement() {
        while (true) {
            switch (next()) {
                case START -> {
                    return true;
                }
                case END_OF_PART -> {
                    return false;
                }
                case TEXT, END -> {
                    // Between elements.
                }
            }
        }
    }

    /** The local name of the element that just started or ended. */
    public String name() {
        return reader.getLocalName();
    }

    public int attributes() {
        return reader.getAttributeCount();
    }

    public String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    public String attribute(int index) {
        return reader.getAttributeValue(index);
    }

    /** The same, not copied: it holds until the next call of this or the next step. */
    public CharSequence attributeInPlace(int index) {
        try {
            attributeValue.read(reader, index);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        return attributeValue;
    }

    /** The value of the attribute with this local name, or null. */
    public @Nullable String attribute(String name) {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            if (reader.getAttributeLocalName(index).equals(name)) {
                return reader.getAttributeValue(index);
            }
        }
        return null;
    }

    /** Moves to the end of the element that just started; its own text, not its children's, is appended to {@code text}. */
    public void readText(StringBuilder text) {
        while (true) {
            switch (next()) {
                case TEXT -> appendText(text);
                case START -> skipElement();
                case END, END_OF_PART -> {
                    return;
                }
            }
        }
    }

    /** Moves to the end of the element that just started; whether it has text of its own, which is not decoded. */
    public boolean skipText() {
        boolean hasText = false;
        while (true) {
            switch (next()) {
                case TEXT -> hasText = true;
                case START -> skipElement();
                case END, END_OF_PART -> {
                    return hasText;
                }
            }
        }
    }

    /** Moves to the end of the element that just started. */
    public void skipElement() {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** Moves to the end of the part, so that all of it is known to be sound. */
    public void readToEnd() {
        Event event = next();
        while (event != Event.END_OF_PART) {
            event = next();
        }
    }

    /** What is wrong, where. For what the caller finds in a part that is sound XML. */
    public WorkbookRejectedException corrupt(String reason) {
        return CORRUPT.because("The part %s is damaged at line %d, column %d: %s."
                .formatted(
                        shownName(),
                        reader.getLocation().getLineNumber(),
                        reader.getLocation().getColumnNumber(),
                        reason));
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int advance() {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private void enter() {
        source.endProlog();
        depth++;
        if (depth > DEEPEST) {
            throw unprocessable("nests elements deeper than %d".formatted(DEEPEST));
        }
        int attributes = reader.getAttributeCount();
        int namespaces = reader.getNamespaceCount();
        if (attributes > MOST_ATTRIBUTES || namespaces > MOST_ATTRIBUTES) {
            throw unprocessable("holds an element with over %d attributes".formatted(MOST_ATTRIBUTES));
        }
        if (++elements > MOST_ELEMENTS) {
            throw unprocessable("holds over %d elements".formatted(MOST_ELEMENTS));
        }
        // With its prefix: the parser keeps each combination that it meets.
        remember(reader.getPrefixedName());
        for (int index = 0; index < attributes; index++) {
            String prefix = reader.getAttributePrefix(index);
            String name = reader.getAttributeLocalName(index);
            remember(prefix == null || prefix.isEmpty() ? name : prefix + ":" + name);
        }
        for (int index = 0; index < namespaces; index++) {
            remember("xmlns:" + reader.getNamespacePrefix(index));
        }
    }

    /** The parser keeps every name it meets; so it must not meet too many. */
    @SuppressWarnings("ReferenceEquality") // the parser hands out one String for each name; others only cost a look-up
    private void remember(String name) {
        int slot = name.hashCode() & (recentNames.length - 1);
        if (recentNames[slot] != name) {
            lookUp(name);
            recentNames[slot] = name;
        }
    }

    private void lookUp(String name) {
        if (names.add(name)) {
            charactersOfNames += name.length();
            if (names.size() > MOST_NAMES || charactersOfNames > MOST_CHARACTERS_OF_NAMES) {
                throw unprocessable(
                        "holds over %d different names of elements and attributes, or longer ones than any part has"
                                .formatted(MOST_NAMES));
            }
        }
    }

    private void appendText(StringBuilder text) {
        if (text.length() > MOST_BYTES_OF_ONE_PIECE) {
            throw unprocessable("holds a text of over %d characters".formatted(MOST_BYTES_OF_ONE_PIECE));
        }
        try {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        } catch (UncheckedStreamException e) {
            // Text is decoded only now, when it is asked for.
            throw CORRUPT.because(
                    "The part %s is no well-formed XML: its text cannot be decoded.".formatted(shownName()));
        }
    }

    private WorkbookRejectedException dtd() {
        return DTD_NOT_ALLOWED.because(
                "The part %s holds a document type declaration; no workbook needs one.".formatted(shownName()));
    }

    private WorkbookRejectedException malformed(XMLStreamException e) {
        if (source.hasDoctype()) {
            return dtd();
        }
        String where = e.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        return CORRUPT.because("The part %s is no well-formed XML%s.".formatted(shownName(), where));
    }

    private WorkbookRejectedException unprocessable(String reason) {
        return UNPROCESSABLE.because("The part %s %s, which is more than is read.".formatted(shownName(), reason));
    }

    private String shownName() {
        return Shortened.name(part);
    }
}
