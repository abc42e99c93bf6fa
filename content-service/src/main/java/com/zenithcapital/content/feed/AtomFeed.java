package com.zenithcapital.content.feed;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The feed as RFC 4287 has it. */
@Singleton
class AtomFeed {

    static final String TITLE = "Insights";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final SiteConfig site;

    AtomFeed(SiteConfig site) {
        this.site = site;
    }

    byte[] write(URI self, List<FeedEntry> entries) {
        return XmlText.document("feed", NAMESPACE, xml -> {
            XmlText.element(xml, "id", self.toString());
            XmlText.element(xml, "title", TITLE);
            XmlText.element(xml, "updated", updated(entries).toString());
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", site.address(""));
            for (FeedEntry entry : entries) {
                write(xml, entry);
            }
        });
    }

    private void write(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        XmlText.element(xml, "id", "urn:uuid:" + entry.id());
        XmlText.element(xml, "title", entry.title());
        XmlText.element(xml, "published", entry.published().toString());
        XmlText.element(xml, "updated", entry.updated().toString());
        link(xml, "alternate", "text/html", site.page(entry.slug()));
        // One at least must be named, here or above (section 4.1.2).
        for (String author : entry.authors().isEmpty() ? List.of(TITLE) : entry.authors()) {
            xml.writeStartElement("author");
            XmlText.element(xml, "name", author);
            xml.writeEndElement();
        }
        for (String tag : entry.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", XmlText.clean(tag));
        }
        XmlText.element(xml, "summary", entry.summary());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeAttribute("xml:lang", XmlText.clean(entry.language()));
        xml.writeCharacters(XmlText.clean(entry.html()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, URI address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address.toString());
    }

    /** A feed must have a time, an empty one too. */
    private static Instant updated(List<FeedEntry> entries) {
        return entries.stream()
                .map(FeedEntry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
