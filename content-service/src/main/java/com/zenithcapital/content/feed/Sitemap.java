package com.zenithcapital.content.feed;

import jakarta.inject.Singleton;
import java.util.Optional;

/** The addresses of all public insights as sitemaps.org has them. */
@Singleton
class Sitemap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final FeedRows rows;
    private final SiteConfig site;

    Sitemap(FeedRows rows, SiteConfig site) {
        this.rows = rows;
        this.site = site;
    }

    /**
     * All addresses, or where the parts are if one sitemap has no room for all.
     *
     * @param part the path of a part; {@code %d} stands for its number
     */
    byte[] whole(String part) {
        long parts = parts();
        return parts == 1 ? addresses(1) : index(part, parts);
    }

    /** One of the parts, counted from 1; empty when there are not so many. */
    Optional<byte[]> part(int number) {
        return number >= 1 && number <= parts() ? Optional.of(addresses(number)) : Optional.empty();
    }

    private long parts() {
        return Math.max(1, Math.ceilDiv(rows.count(), site.sitemapUrls()));
    }

    private byte[] index(String part, long parts) {
        return XmlText.document("sitemapindex", NAMESPACE, xml -> {
            for (long number = 1; number <= parts; number++) {
                xml.writeStartElement("sitemap");
                XmlText.element(xml, "loc", site.address(part.formatted(number)).toString());
                xml.writeEndElement();
            }
        });
    }

    private byte[] addresses(int number) {
        return XmlText.document("urlset", NAMESPACE, xml -> {
            for (FeedRows.Place place : rows.places((number - 1L) * site.sitemapUrls(), site.sitemapUrls())) {
                xml.writeStartElement("url");
                XmlText.element(xml, "loc", site.page(place.slug()).toString());
                XmlText.element(xml, "lastmod", place.updated().toString());
                xml.writeEndElement();
            }
        });
    }
}
