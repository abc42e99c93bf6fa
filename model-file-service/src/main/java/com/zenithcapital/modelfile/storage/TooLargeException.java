package com.zenithcapital.modelfile.storage;

import java.io.IOException;

/** More bytes came than the limit allows. */
public final class TooLargeException extends IOException {

    TooLargeException(long limit) {
        super("More than " + limit + " bytes");
    }
}
