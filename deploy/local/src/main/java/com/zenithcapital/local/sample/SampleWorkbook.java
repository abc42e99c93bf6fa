package com.zenithcapital.local.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A research model as analysts upload them, made up from a seed. The same size, seed and trait give the same bytes on
 * every run, so that digests can be compared; another seed gives another file of nearly the same length.
 *
 * <pre>{@code SampleWorkbook.of(Size.FULL).withSeed(3).writeTo(path)}</pre>
 */
public record SampleWorkbook(Size size, long seed, Trait trait) {

    /** The sheets of every sample, in order. */
    public static final List<String> SHEETS = List.of(
            "Cover",
            "Inputs",
            "Assumptions",
            "Revenue build",
            "Cost of sales",
            "Headcount",
            "Capex",
            "Working capital",
            "P&L",
            "Balance sheet",
            "Cash flow",
            "DCF",
            "Sensitivities",
            "Checks");

    private static final String HIDDEN_SHEET = "Checks";
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int BOMB_MEGABYTES = 700;

    /** An honest one of this size. */
    public static SampleWorkbook of(Size size) {
        return new SampleWorkbook(size, 1, Trait.HONEST);
    }

    /** A tiny one with this trait. */
    public static SampleWorkbook of(Trait trait) {
        return new SampleWorkbook(Size.TINY, 1, trait);
    }

    public SampleWorkbook withSeed(long other) {
        return new SampleWorkbook(size, other, trait);
    }

    public SampleWorkbook with(Trait other) {
        return new SampleWorkbook(size, seed, other);
    }

    /** Writes it, replacing what is there. */
    public void writeTo(Path file) throws IOException {
        switch (trait) {
            case HONEST, EXTERNAL_LINK, MACRO, OLE_OBJECT, DTD, BOMB, CORRUPT -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    writePackage(out);
                }
            }
            case DUPLICATE_ENTRY, TRUNCATED, ENCRYPTED, PDF -> Files.write(file, toBytes());
        }
    }

    /** The whole file. For the small ones: a full one is 50 MB of heap. */
    public byte[] toBytes() {
        return switch (trait) {
            case HONEST, EXTERNAL_LINK, MACRO, OLE_OBJECT, DTD, BOMB, CORRUPT -> packageBytes();
            case DUPLICATE_ENTRY -> renameSecondSheet(packageBytes());
            case TRUNCATED -> {
                byte[] whole = packageBytes();
                yield Arrays.copyOf(whole, whole.length * 2 / 3);
            }
            case ENCRYPTED -> EncryptedContainer.around(new Random(seed), size.blocks() * 8);
            case PDF -> "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        };
    }

    /** {@code SIZE SEED FILE [TRAIT]}, for shells and benchmarks. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            throw new IllegalArgumentException("usage: SIZE SEED FILE [TRAIT]; sizes " + Arrays.toString(Size.values())
                    + ", traits " + Arrays.toString(Trait.values()));
        }
        Size size = Size.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Trait trait = arguments.length > 3 ? Trait.valueOf(arguments[3].toUpperCase(Locale.ROOT)) : Trait.HONEST;
        new SampleWorkbook(size, Long.parseLong(arguments[1]), trait).writeTo(Path.of(arguments[2]));
    }

    private byte[] packageBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writePackage(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
        return bytes.toByteArray();
    }

    private void writePackage(OutputStream out) throws IOException {
        Random random = new Random(seed);
        Strings strings = new Strings(size, random);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // XML of this kind shrinks to a fifth even at the fastest level, at three times the speed of the default.
            zip.setLevel(Deflater.BEST_SPEED);
            part(zip, "[Content_Types].xml", Parts.contentTypes(SHEETS.size(), trait));
            part(zip, "_rels/.rels", Parts.packageRelationships());
            part(zip, "xl/workbook.xml", Parts.workbook(SHEETS, HIDDEN_SHEET, trait));
            part(zip, "xl/_rels/workbook.xml.rels", Parts.workbookRelationships(SHEETS.size(), trait));
            part(zip, "xl/styles.xml", Parts.styles());
            part(zip, "xl/sharedStrings.xml", xml -> strings.writeTo(xml, prolog()));
            writeTraitParts(zip, random);
            for (int sheet = 1; sheet <= SHEETS.size(); sheet++) {
                int index = sheet;
                part(zip, "xl/worksheets/sheet" + sheet + ".xml", xml -> writeSheet(xml, index, strings, random));
            }
        }
    }

    private String prolog() {
        return trait != Trait.DTD
                ? ""
                : "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    }

    private void writeSheet(XmlBytes xml, int sheet, Strings strings, Random random) throws IOException {
        String name = SHEETS.get(sheet - 1);
        if (trait == Trait.BOMB && sheet == 2) {
            writeBomb(xml);
        } else if (trait == Trait.CORRUPT && sheet == 2) {
            xml.text(Parts.DECLARATION)
                    .text("<worksheet xmlns=\"" + Parts.MAIN + "\"><sheetData><row r=\"1\"><c r=\"A1\">");
        } else if (name.equals("Cover")) {
            writeCover(xml);
        } else {
            int errors =
                    switch (name) {
                        case "DCF" -> 4;
                        case "Sensitivities" -> 2;
                        default -> 0;
                    };
            // The hidden sheet is a small one whatever the size: a corner where the author kept old checks.
            new Grid(name.equals(HIDDEN_SHEET) ? Size.TINY : size, strings, random, errors).writeTo(xml);
        }
    }

    private void writeCover(XmlBytes xml) throws IOException {
        xml.text(Parts.DECLARATION).text("<worksheet xmlns=\"" + Parts.MAIN + "\"><sheetData>");
        xml.text(
                "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>Sector model, twenty years by month</t></is></c></row>");
        xml.text("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Edition</t></is></c><c r=\"B2\"><v>")
                .number(seed);
        xml.text("</v></c></row>");
        xml.text("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Printed on</t></is></c>");
        xml.text("<c r=\"B3\" s=\"5\"><f>TODAY()</f><v>46023</v></c></row>");
        xml.text("<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>Reviewed</t></is></c>");
        xml.text("<c r=\"B4\" t=\"b\"><v>1</v></c></row></sheetData></worksheet>");
    }

    private static void writeBomb(XmlBytes xml) throws IOException {
        xml.text(Parts.DECLARATION).text("<worksheet xmlns=\"" + Parts.MAIN + "\"><sheetData/>");
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) ' ');
        for (int written = 0; written < BOMB_MEGABYTES; written++) {
            xml.bytes(megabyte);
        }
        xml.text("</worksheet>");
    }

    private void writeTraitParts(ZipOutputStream zip, Random random) throws IOException {
        if (trait == Trait.EXTERNAL_LINK) {
            part(zip, "xl/externalLinks/externalLink1.xml", Parts.externalLink());
            part(zip, "xl/externalLinks/_rels/externalLink1.xml.rels", Parts.externalLinkRelationships());
        } else if (trait == Trait.MACRO) {
            part(zip, "xl/vbaProject.bin", xml -> xml.bytes(EncryptedContainer.around(random, 1)));
        } else if (trait == Trait.OLE_OBJECT) {
            part(zip, "xl/worksheets/_rels/sheet1.xml.rels", Parts.oleRelationships());
            part(zip, "xl/embeddings/oleObject1.bin", xml -> xml.bytes(EncryptedContainer.around(random, 1)));
        }
    }

    /** {@link ZipOutputStream} refuses to write a name twice, so the third sheet gets the second's name afterwards. */
    private static byte[] renameSecondSheet(byte[] whole) {
        byte[] from = "xl/worksheets/sheet3.xml".getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + from.length <= whole.length; at++) {
            if (Arrays.equals(whole, at, at + from.length, from, 0, from.length)) {
                whole[at + "xl/worksheets/sheet".length()] = '2';
            }
        }
        return whole;
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        part(zip, name, xml -> xml.text(text));
    }

    private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME); // a date of no time zone: the same bytes everywhere
        zip.putNextEntry(entry);
        XmlBytes xml = new XmlBytes(zip);
        content.writeTo(xml);
        xml.flush();
        zip.closeEntry();
    }

    private interface Content {
        void writeTo(XmlBytes xml) throws IOException;
    }
}
