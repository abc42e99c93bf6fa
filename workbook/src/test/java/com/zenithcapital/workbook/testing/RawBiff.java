package com.zenithcapital.workbook.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of Excel 97-2003 record by record, so that a test can put any record anywhere. */
public final class RawBiff {

    private static final int BIFF8 = 0x0600;
    private static final int GLOBALS = 0x0005;
    private static final int SHEET = 0x0010;

    private final ByteArrayOutputStream globals = new ByteArrayOutputStream();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();
    private int version = BIFF8;
    private String stream = "Workbook";

    private record Sheet(String name, int state, int type, int shift, ByteArrayOutputStream records) {}

    /** A record of the workbook. */
    public RawBiff global(int sid, byte[] data) {
        globals.writeBytes(record(sid, data));
        return this;
    }

    /** A visible worksheet of these records. */
    public RawBiff sheet(String name, byte[]... records) {
        return sheet(name, 0, 0, 0, records);
    }

    /** {@code shift}: by how many bytes the list of sheets misses it. */
    public RawBiff sheet(String name, int state, int type, int shift, byte[]... records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] record : records) {
            all.writeBytes(record);
        }
        sheets.add(new Sheet(name, state, type, shift, all));
        return this;
    }

    /** A storage beside the workbook's stream. */
    public RawBiff folder(String name) {
        folders.add(name);
        return this;
    }

    public RawBiff version(int of, String streamName) {
        version = of;
        stream = streamName;
        return this;
    }

    public static byte[] record(int sid, byte... data) {
        return join(shorts(sid, data.length), data);
    }

    /** Two bytes each, least significant first. */
    public static byte[] shorts(int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value : values) {
            bytes.write(value);
            bytes.write(value >> 8);
        }
        return bytes.toByteArray();
    }

    public static byte[] number(int row, int column, double value) {
        long bits = Double.doubleToLongBits(value);
        byte[] stored = shorts((int) bits, (int) (bits >> 16), (int) (bits >> 32), (int) (bits >> 48));
        return record(0x0203, join(shorts(row, column, 0), stored));
    }

    /** A text with its length in two bytes before it. */
    public static byte[] text(String text) {
        byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
        return join(shorts(characters.length), new byte[] {0}, characters);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public byte[] toBytes() {
        return container(toStream());
    }

    /** The records alone. */
    public byte[] toStream() {
        int listed =
                sheets.stream().mapToInt(sheet -> 4 + 8 + sheet.name().length()).sum();
        int position = 20 + globals.size() + listed + 4;
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        records.writeBytes(begin(GLOBALS));
        records.writeBytes(globals.toByteArray());
        for (Sheet sheet : sheets) {
            records.writeBytes(record(
                    0x0085,
                    join(
                            shorts(position + sheet.shift(), (position + sheet.shift()) >> 16),
                            new byte[] {
                                (byte) sheet.state(),
                                (byte) sheet.type(),
                                (byte) sheet.name().length(),
                                0
                            },
                            sheet.name().getBytes(StandardCharsets.ISO_8859_1))));
            position += 20 + sheet.records().size() + 4;
        }
        records.writeBytes(record(0x000A));
        for (Sheet sheet : sheets) {
            records.writeBytes(begin(SHEET));
            records.writeBytes(sheet.records().toByteArray());
            records.writeBytes(record(0x000A));
        }
        return records.toByteArray();
    }

    /** A sound container of this workbook's stream and others, by name. */
    public static byte[] container(byte[] records, Map<String, byte[]> others) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(records), "Workbook");
            for (Map.Entry<String, byte[]> other : others.entrySet()) {
                container.createDocument(new ByteArrayInputStream(other.getValue()), other.getKey());
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] container(byte[] records) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(records), stream);
            for (String folder : folders) {
                container.createDirectory(folder).createDocument("Content", new ByteArrayInputStream(new byte[] {1, 2, 3
                }));
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] begin(int kind) {
        return record(0x0809, shorts(version, kind, 0, 0, 0, 0, 0, 0));
    }
}
