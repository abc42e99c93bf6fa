package com.zenithcapital.modelfile.download;

/**
 * Some bytes of a file.
 *
 * @param first the first one's position, from 0
 * @param last the last one's position, inclusive
 */
record ByteRange(long first, long last) {

    ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("There are no bytes from %d to %d".formatted(first, last));
        }
    }

    long length() {
        return last - first + 1;
    }

    /** As the header Content-Range names it (RFC 9110, section 14.4). */
    String of(long size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }
}
