package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a command is about. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where state, logs and pid files are kept (default: .zenith in the source tree).")
    private @Nullable Path home;

    Path path() {
        Path named = home;
        return named == null ? Repository.root().resolve(".zenith") : named;
    }
}
