package com.zenithcapital.workbook.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip archives that no honest tool would: every field of every header can be made to lie. */
public final class RawZip {

    private final List<RawEntry> entries = new ArrayList<>();
    private byte[] comment = new byte[0];
    private boolean zip64;
    private int entriesMore;

    public RawZip add(RawEntry entry) {
        entries.add(entry);
        return this;
    }

    public RawZip add(String name, String content) {
        return add(RawEntry.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    public RawZip comment(String text) {
        comment = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Ends with the 64-bit records and leaves the old ones at their maximum. */
    public RawZip zip64() {
        zip64 = true;
        return this;
    }

    /** Makes the end count more entries than there are. */
    public RawZip countMore(int more) {
        entriesMore = more;
        return this;
    }

    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        for (RawEntry entry : entries) {
            offsets.add(out.size());
            out.writeBytes(entry.local());
        }
        int directory = out.size();
        for (int index = 0; index < entries.size(); index++) {
            out.writeBytes(entries.get(index).central(offsets.get(index)));
        }
        int directoryBytes = out.size() - directory;
        int count = entries.size() + entriesMore;
        if (zip64) {
            int record = out.size();
            out.writeBytes(bytes(buffer(56)
                    .putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(directoryBytes)
                    .putLong(directory)));
            out.writeBytes(bytes(
                    buffer(20).putInt(0x07064b50).putInt(0).putLong(record).putInt(1)));
        }
        ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
        if (zip64) {
            end.putInt(-1).putInt(-1).putInt(-1);
        } else {
            end.putShort((short) count)
                    .putShort((short) count)
                    .putInt(directoryBytes)
                    .putInt(directory);
        }
        out.writeBytes(bytes(end.putShort((short) comment.length)));
        out.writeBytes(comment);
        return out.toByteArray();
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
