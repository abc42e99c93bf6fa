package com.zenithcapital.local.binaries;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the one {@code .txz} of a folder, as Maven cannot: the PostgreSQL binaries come as xz inside a jar. */
public final class TxzUnpacker {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private TxzUnpacker() {}

    /** Called by the build: the folder that holds the archive, the folder to unpack to. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        if (!Files.exists(target)) {
            unpack(onlyArchiveIn(Path.of(args[0])), target);
        }
    }

    static void unpack(Path archive, Path target) throws IOException {
        // Unpacked beside and moved at the end, so that an interrupted build leaves nothing that looks complete.
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, inside(unfinished, entry.getName()));
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            }
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException("Could not make " + file + " executable");
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The archive names a file outside of itself: " + name);
        }
        return file;
    }

    private static Path onlyArchiveIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No .txz in " + folder));
        }
    }
}
