package com.zenithcapital.workbook.zip;

/**
 * How much of a file is read before it is called a bomb. An honest model of 50 MB holds 242 MB of XML in 20 entries, so
 * these leave room without letting a reader be drowned.
 *
 * @param fileBytes length of the file
 * @param entries entries of the archive
 * @param entryBytes length of one entry, inflated
 * @param totalBytes length of all entries, inflated
 */
public record Limits(long fileBytes, int entries, long entryBytes, long totalBytes) {

    private static final long MEBIBYTE = 1L << 20;

    /** 52,428,800 bytes of file, 5,000 entries, 600 MiB for one, 1 GiB for all. */
    public static final Limits DEFAULT = new Limits(50 * MEBIBYTE, 5_000, 600 * MEBIBYTE, 1024 * MEBIBYTE);

    /** From this length on an entry must not be more than {@link #MOST_RATIO} times its compressed form. */
    static final long RATIO_MATTERS_FROM = 100 * MEBIBYTE;

    /** DEFLATE ends at 1,032. Sheets lie between 4 and 50; only the same bytes over and over come near 500. */
    static final long MOST_RATIO = 500;

    /** The directory of 5,000 entries with names as long as Excel's takes half a megabyte. */
    static final long DIRECTORY_BYTES = 4 * MEBIBYTE;

    public Limits {
        if (fileBytes <= 0 || entries <= 0 || entryBytes <= 0 || totalBytes < entryBytes) {
            throw new IllegalArgumentException("limits must be positive, and the total no less than one entry's");
        }
    }
}
