package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.process.PidFile;
import com.zenithcapital.local.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One launcher at a time for an installation. The system gives the lock back when its holder dies, however it dies: so
 * parts that run while nobody holds it are leftovers, or were left on purpose.
 */
final class LauncherLock implements AutoCloseable {

    private final FileChannel channel;
    private final PidFile pidFile;

    private LauncherLock(FileChannel channel, PidFile pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /** Empty when another launcher holds it. */
    static Optional<LauncherLock> take(Installation installation) {
        Path file = installation.run().resolve("launcher.lock");
        try {
            Files.createDirectories(installation.run());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                return Optional.empty();
            }
            PidFile pidFile = launcher(installation);
            pidFile.write(ProcessIdentity.of(ProcessHandle.current().pid()));
            return Optional.of(new LauncherLock(channel, pidFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher that holds it, as far as is known. */
    static Optional<ProcessHandle> holder(Installation installation) {
        return launcher(installation).process();
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return; // given back already, and perhaps another's by now
        }
        pidFile.delete();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this same process has it
        }
    }

    private static PidFile launcher(Installation installation) {
        return new PidFile(installation.run().resolve("launcher.pid"));
    }
}
