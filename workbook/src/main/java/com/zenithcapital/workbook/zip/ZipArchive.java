package com.zenithcapital.workbook.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A zip archive whose directory has passed the gate. Everything is read through the one directory that was judged:
 * were {@link java.util.zip.ZipFile} to read it again, the two could understand a crafted one differently. Streams of
 * several entries may be read by several threads at once.
 */
public final class ZipArchive implements AutoCloseable {

    private static final int DRAIN_BYTES = 1 << 15;

    private final FileChannel channel;
    private final List<Entry> entries;
    private final Limits limits;
    private final LongConsumer onRead;

    private ZipArchive(FileChannel channel, List<Entry> entries, Limits limits, LongConsumer onRead) {
        this.channel = channel;
        this.entries = List.copyOf(entries);
        this.limits = limits;
        this.onRead = onRead;
    }

    /**
     * Reads and judges the directory; inflates nothing.
     *
     * @throws com.zenithcapital.workbook.verdict.WorkbookRejectedException when it does not pass
     * @throws IOException when the file cannot be read
     */
    public static ZipArchive open(Path file, Limits limits) throws IOException {
        return open(file, limits, bytes -> {});
    }

    /**
     * The same.
     *
     * @param onRead is told how many compressed bytes of entries have been read, each time some were, by whichever thread
     */
    public static ZipArchive open(Path file, Limits limits, LongConsumer onRead) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ZipArchive(channel, new DirectoryReader(channel, limits).read(), limits, onRead);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The files in it, in the directory's order, without folders. */
    public List<Entry> entries() {
        return entries.stream().filter(entry -> !entry.isDirectory()).toList();
    }

    /**
     * The inflated bytes. Reading to the end verifies length and checksum; what is wrong surfaces as a
     * {@link com.zenithcapital.workbook.verdict.WorkbookRejectedException} from {@code read}, and a failing disk as a
     * {@link java.io.UncheckedIOException}, so that a parser in between cannot mistake either for bad XML.
     */
    public InputStream open(Entry entry) {
        return new EntryStream(channel, entry, limits.entryBytes(), onRead);
    }

    /** Inflates an entry to nowhere, for its length and checksum. */
    public void verify(Entry entry) throws IOException {
        try (InputStream in = open(entry)) {
            byte[] scratch = new byte[DRAIN_BYTES];
            int read = 0;
            while (read >= 0) {
                read = in.read(scratch);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
