package com.zenithcapital.workbook.zip;

/** What the directory says of one entry, before its own header was looked at. */
record Listing(String name, Entry.Method method, long compressedBytes, long bytes, long crc, long headerOffset) {

    Entry at(long dataOffset) {
        return new Entry(name, method, compressedBytes, bytes, crc, headerOffset, dataOffset);
    }
}
