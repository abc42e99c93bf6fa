package com.zenithcapital.workbook.ooxml;

import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What kind of content each part has, from {@code [Content_Types].xml} (ECMA-376 part 2, 6.2.3). */
final class ContentTypes {

    static final String PART = "[Content_Types].xml";

    private static final int LONGEST_TYPE = 255;
    private static final int LONGEST_PART_NAME = 1_024;
    private static final int MOST_EXTENSIONS = 1_000;

    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> byPart = new HashMap<>();

    private ContentTypes() {}

    /** {@code parts}: the names in the archive, in lower case; what is said of others is not kept. */
    static ContentTypes read(PartReader xml, Set<String> parts) {
        ContentTypes types = new ContentTypes();
        while (xml.nextElement()) {
            String type = xml.attribute("ContentType");
            String extension = xml.attribute("Extension");
            String part = xml.attribute("PartName");
            if (type == null) {
                continue;
            }
            String kept = Shortened.to(LONGEST_TYPE, type).toLowerCase(Locale.ROOT);
            if (extension != null && types.byExtension.size() < MOST_EXTENSIONS) {
                types.byExtension.put(Shortened.to(LONGEST_TYPE, extension).toLowerCase(Locale.ROOT), kept);
            }
            if (part != null && part.length() <= LONGEST_PART_NAME) {
                String name = PartNames.resolve("", part).toLowerCase(Locale.ROOT);
                types.put(parts.contains(name) ? name : PartNames.unescape(name), kept, parts);
            }
        }
        return types;
    }

    private void put(String part, String type, Set<String> parts) {
        if (parts.contains(part)) {
            byPart.put(part, type);
        }
    }

    /** The content type in lower case, or {@code ""} where none is given. */
    String of(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return byPart.getOrDefault(name, byExtension.getOrDefault(extension, ""));
    }
}
