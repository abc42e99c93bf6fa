package com.zenithcapital.local.part;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, without reading the whole. */
public final class LogTail {

    private static final int WINDOW = 256 * 1024;

    private LogTail() {}

    /** Some lines, and the byte after the last one's end. */
    public record Chunk(List<String> lines, long end) {

        public Chunk {
            lines = List.copyOf(lines);
        }
    }

    /** At most {@code lines} last lines, of those after byte {@code from}; none when there is no such file. */
    public static List<String> of(Path log, long from, int lines) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(Math.min(from, file.length()), file.length() - WINDOW);
            List<String> all =
                    text(file, start, (int) (file.length() - start)).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that begin at a byte and have ended, as far as one read goes. */
    public static Chunk wholeLinesFrom(Path log, long start) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            String text = text(file, start, (int) Math.min(WINDOW, file.length() - start));
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            return new Chunk(whole.lines().toList(), start + whole.getBytes(StandardCharsets.UTF_8).length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(RandomAccessFile file, long start, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(start);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
