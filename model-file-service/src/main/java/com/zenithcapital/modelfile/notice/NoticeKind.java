package com.zenithcapital.modelfile.notice;

import java.util.Optional;

/** Which verdict is told. */
enum NoticeKind {
    ACCEPTED,
    REJECTED,
    FAILED;

    /** The kind of notice a fact asks for; empty for a fact that nobody is told about. */
    static Optional<NoticeKind> of(String factType) {
        return switch (factType) {
            case "zenith.model-files.version-accepted.v1" -> Optional.of(ACCEPTED);
            case "zenith.model-files.version-rejected.v1" -> Optional.of(REJECTED);
            case "zenith.model-files.version-failed.v1" -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }
}
