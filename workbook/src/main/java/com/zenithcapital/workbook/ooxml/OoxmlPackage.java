package com.zenithcapital.workbook.ooxml;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.UNPROCESSABLE;

import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.xml.PartReader;
import com.zenithcapital.workbook.zip.Entry;
import com.zenithcapital.workbook.zip.ZipArchive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An Office Open XML package: the archive's entries as parts with a content type and relationships. */
public final class OoxmlPackage {

    private static final int MOST_RELATIONSHIPS = 5_000;
    private static final int LONGEST_TARGET = 2_048;
    private static final int LONGEST_ID = 255;
    private static final String HYPERLINK = "hyperlink";

    private final ZipArchive archive;
    private final Map<String, Entry> entries = new HashMap<>();
    private final ContentTypes contentTypes;

    private OoxmlPackage(ZipArchive archive, Entry types) {
        this.archive = archive;
        for (Entry entry : archive.entries()) {
            entries.put(entry.name().toLowerCase(Locale.ROOT), entry);
        }
        try (PartReader xml = new PartReader(types.name(), archive.open(types))) {
            this.contentTypes = ContentTypes.read(xml, entries.keySet());
        }
    }

    /** The package, or nothing where the archive is none: it lacks {@code [Content_Types].xml}. */
    public static Optional<OoxmlPackage> in(ZipArchive archive) {
        return archive.entries().stream()
                .filter(entry -> entry.name().equalsIgnoreCase(ContentTypes.PART))
                .findFirst()
                .map(types -> new OoxmlPackage(archive, types));
    }

    /** The names of all parts, in the archive's order. */
    public List<String> parts() {
        return archive.entries().stream().map(Entry::name).toList();
    }

    /** The part of this name as the archive spells it. */
    public Optional<String> find(String part) {
        Entry found = entries.get(part.toLowerCase(Locale.ROOT));
        if (found == null) {
            found = entries.get(PartNames.unescape(part).toLowerCase(Locale.ROOT));
        }
        return Optional.ofNullable(found).map(Entry::name);
    }

    /** Length of the part's content in bytes. */
    public long bytes(String part) {
        return entry(part).bytes();
    }

    /** In lower case; {@code ""} where the package gives none. */
    public String contentType(String part) {
        return contentTypes.of(part);
    }

    /**
     * Whether the part is to be well-formed XML of a workbook. VML drawings never were well-formed: old Excel wrote
     * unclosed elements into them. Custom XML is the data of other programs, with texts of megabytes.
     */
    public boolean isXml(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        String type = contentType(part);
        boolean xml = type.endsWith("+xml") || type.endsWith("/xml") || name.endsWith(".xml") || name.endsWith(".rels");
        return xml && !type.contains("vmldrawing") && !name.endsWith(".vml") && !name.startsWith("customxml/");
    }

    public PartReader read(String part) {
        Entry entry = entry(part);
        return new PartReader(entry.name(), archive.open(entry));
    }

    /** Reads a part that is no XML to its end, for its length and checksum. */
    public void verify(String part) throws IOException {
        archive.verify(entry(part));
    }

    /** The parts that hold relationships, of whichever part. */
    public List<String> relationshipParts() {
        return parts().stream().filter(PartNames::isRelationships).toList();
    }

    /** The package's own relationships. */
    public List<Relationship> relationships() {
        return relationships("");
    }

    /** Those of a part but its hyperlinks, of which a sheet may have 65,530; empty where it has none. */
    public List<Relationship> relationships(String part) {
        return find(PartNames.relationshipsOf(part))
                .map(this::readRelationships)
                .orElse(List.of());
    }

    /** Those that {@code relationshipsPart} holds. */
    public List<Relationship> readRelationships(String relationshipsPart) {
        String source = PartNames.sourceOf(relationshipsPart);
        List<Relationship> relationships = new ArrayList<>();
        try (PartReader xml = read(relationshipsPart)) {
            while (xml.nextElement()) {
                String id = xml.attribute("Id");
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                if (!xml.name().equals("Relationship")) {
                    continue;
                }
                if (id == null || type == null || target == null) {
                    throw xml.corrupt("a relationship lacks its id, type or target");
                }
                String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                if (kind.equals(HYPERLINK)) {
                    continue;
                }
                if (relationships.size() == MOST_RELATIONSHIPS) {
                    throw UNPROCESSABLE.because("The part %s holds over %d relationships, which is more than is read."
                            .formatted(Shortened.name(relationshipsPart), MOST_RELATIONSHIPS));
                }
                boolean external = "External".equalsIgnoreCase(xml.attribute("TargetMode"));
                String kept = Shortened.to(LONGEST_TARGET, target);
                relationships.add(new Relationship(
                        Shortened.to(LONGEST_ID, id),
                        Shortened.to(LONGEST_ID, kind),
                        external ? kept : PartNames.resolve(source, kept),
                        external));
            }
        }
        return relationships;
    }

    private Entry entry(String part) {
        Entry entry = entries.get(part.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw CORRUPT.because(
                    "The package refers to the part %s, which is missing.".formatted(Shortened.name(part)));
        }
        return entry;
    }
}
