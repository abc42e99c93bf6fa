package com.zenithcapital.local.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The shared strings of a sample: every text is stored once and cells refer to it by number. */
final class Strings {

    private static final List<String> SEGMENTS = List.of(
            "Cloud platform",
            "Payments",
            "Devices",
            "Licences",
            "Field services",
            "Marketplace",
            "Advertising",
            "Logistics");
    private static final List<String> REGIONS = List.of(
            "Northern Europe",
            "Southern Europe",
            "North America",
            "Latin America",
            "Japan",
            "South-East Asia",
            "Africa",
            "India");
    private static final List<String> STATUSES = List.of("Actual", "Budget", "Forecast", "Consensus");
    private static final List<String> SOURCES = List.of(
            "annual report",
            "company guidance",
            "expert call",
            "regulator's filing",
            "our survey",
            "price list",
            "channel check");

    /** What each row of a block is called, and its unit. */
    static final List<String> LINES = List.of(
            "%s",
            "Volume",
            "Price",
            "Discount",
            "Exchange rate",
            "Status",
            "Source",
            "Gross amount",
            "Net amount",
            "Cumulative");

    static final List<String> UNITS = List.of("", "units", "EUR", "%", "EUR/USD", "", "", "EUR", "EUR", "EUR");

    private final List<String> texts = new ArrayList<>();
    private final int firstTitle;
    private final int firstUnit;
    private final int firstStatus;
    private final int firstSource;
    private final int sources;

    Strings(Size size, Random random) {
        texts.addAll(LINES);
        firstUnit = texts.size();
        texts.addAll(UNITS);
        firstStatus = texts.size();
        texts.addAll(STATUSES);
        firstTitle = texts.size();
        for (int block = 0; block < size.blocks(); block++) {
            texts.add("%s, %s, line %d".formatted(pick(SEGMENTS, random), pick(REGIONS, random), block + 1));
        }
        firstSource = texts.size();
        sources = size.blocks() * size.months() / 2;
        for (int source = 0; source < sources; source++) {
            texts.add("%s & %s: %s of %d-%02d, page %d"
                    .formatted(
                            pick(SEGMENTS, random),
                            pick(REGIONS, random),
                            pick(SOURCES, random),
                            2016 + random.nextInt(10),
                            1 + random.nextInt(12),
                            1 + random.nextInt(400)));
        }
    }

    int line(int line) {
        return line;
    }

    int unit(int line) {
        return firstUnit + line;
    }

    int title(int block) {
        return firstTitle + block;
    }

    int anyStatus(Random random) {
        return firstStatus + random.nextInt(STATUSES.size());
    }

    int anySource(Random random) {
        return firstSource + random.nextInt(sources);
    }

    /** Writes the part {@code xl/sharedStrings.xml}; {@code prolog} stands where a document type declaration would. */
    void writeTo(XmlBytes xml, String prolog) throws IOException {
        xml.text(Parts.DECLARATION).text(prolog);
        xml.text("<sst xmlns=\"" + Parts.MAIN + "\" uniqueCount=\"")
                .number(texts.size())
                .text("\">");
        for (String text : texts) {
            xml.text("<si><t>").text(text.replace("&", "&amp;")).text("</t></si>");
        }
        xml.text("</sst>");
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
