package com.zenithcapital.modelfile.antivirus;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The scanner could not be asked, or did not come to a result. It says nothing about the bytes. */
public final class ScannerUnavailableException extends IOException {

    ScannerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
