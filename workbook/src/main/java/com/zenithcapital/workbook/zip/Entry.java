package com.zenithcapital.workbook.zip;

/**
 * One file in the archive, as its directory describes it.
 *
 * @param bytes length after inflating; a stream that yields another number is refused
 * @param dataOffset where its compressed bytes begin
 */
public record Entry(
        String name, Method method, long compressedBytes, long bytes, long crc, long headerOffset, long dataOffset) {

    /** What OPC allows (ECMA-376 part 2, annex B). */
    enum Method {
        STORED,
        DEFLATED
    }

    boolean isDirectory() {
        return name.endsWith("/");
    }

    long dataEnd() {
        return dataOffset + compressedBytes;
    }
}
