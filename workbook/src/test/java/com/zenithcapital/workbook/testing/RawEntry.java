package com.zenithcapital.workbook.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One entry of a {@link RawZip}: what the header says, what the directory says, and what is really there. */
public final class RawEntry {

    private static final int FLAG_DESCRIPTOR = 8;

    private final byte[] compressed;
    private String localName;
    private String centralName;
    private int flags;
    private int method = 8;
    private long bytes;
    private long crc;
    private boolean zip64;
    private int offsetShift;

    private RawEntry(String name, byte[] data, byte[] compressed) {
        this.localName = name;
        this.centralName = name;
        this.compressed = compressed;
        this.bytes = data.length;
        this.crc = RawZip.crc(data);
    }

    public static RawEntry of(String name, byte[] content) {
        return new RawEntry(name, content, RawZip.deflate(content));
    }

    public static RawEntry stored(String name, byte[] content) {
        RawEntry entry = new RawEntry(name, content, content);
        entry.method = 0;
        return entry;
    }

    /** With these bytes as its compressed form, whatever they inflate to. */
    public static RawEntry compressedAs(String name, byte[] content, byte[] compressed) {
        return new RawEntry(name, content, compressed);
    }

    public RawEntry localName(String other) {
        localName = other;
        return this;
    }

    public RawEntry centralName(String other) {
        centralName = other;
        return this;
    }

    /** What both headers say of the length after inflating. */
    public RawEntry sayingBytes(long other) {
        bytes = other;
        return this;
    }

    public RawEntry sayingCrc(long other) {
        crc = other;
        return this;
    }

    public RawEntry method(int other) {
        method = other;
        return this;
    }

    public RawEntry flags(int more) {
        flags |= more;
        return this;
    }

    /** Lengths and checksum follow the data, as streaming writers have it. */
    public RawEntry withDescriptor() {
        return flags(FLAG_DESCRIPTOR);
    }

    /** Lengths stand in the 64-bit extra field, as POI's SXSSF writes them. */
    public RawEntry zip64() {
        zip64 = true;
        return this;
    }

    /** Makes the directory point elsewhere than to its header. */
    public RawEntry shiftOffset(int by) {
        offsetShift = by;
        return this;
    }

    public byte[] local() {
        boolean descriptor = (flags & FLAG_DESCRIPTOR) != 0;
        byte[] name = localName.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = RawZip.buffer(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt(descriptor ? 0 : (int) crc)
                .putInt(descriptor ? 0 : compressed.length)
                .putInt(descriptor ? 0 : (int) bytes)
                .putShort((short) name.length)
                .putShort((short) 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(RawZip.bytes(header));
        out.writeBytes(name);
        out.writeBytes(compressed);
        if (descriptor && zip64) {
            out.writeBytes(RawZip.bytes(RawZip.buffer(24)
                    .putInt(0x08074b50)
                    .putInt((int) crc)
                    .putLong(compressed.length)
                    .putLong(bytes)));
        } else if (descriptor) {
            out.writeBytes(RawZip.bytes(RawZip.buffer(16)
                    .putInt(0x08074b50)
                    .putInt((int) crc)
                    .putInt(compressed.length)
                    .putInt((int) bytes)));
        }
        return out.toByteArray();
    }

    byte[] central(int offset) {
        byte[] name = centralName.getBytes(StandardCharsets.UTF_8);
        int at = offset + offsetShift;
        ByteBuffer extra = zip64
                ? RawZip.buffer(28)
                        .putShort((short) 1)
                        .putShort((short) 24)
                        .putLong(bytes)
                        .putLong(compressed.length)
                        .putLong(at)
                : RawZip.buffer(0);
        ByteBuffer header = RawZip.buffer(46)
                .putInt(0x02014b50)
                .putInt(0x00140014)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt((int) crc)
                .putInt(zip64 ? -1 : compressed.length)
                .putInt(zip64 ? -1 : (int) bytes)
                .putShort((short) name.length)
                .putShort((short) extra.capacity())
                .putShort((short) 0)
                .putInt(0)
                .putInt(0)
                .putInt(zip64 ? -1 : at);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(RawZip.bytes(header));
        out.writeBytes(name);
        out.writeBytes(RawZip.bytes(extra));
        return out.toByteArray();
    }
}
