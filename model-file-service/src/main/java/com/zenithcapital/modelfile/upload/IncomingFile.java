package com.zenithcapital.modelfile.upload;

import com.zenithcapital.modelfile.version.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * A file on its way in, raw or as a part of a form.
 *
 * @param bytes exactly the file's
 * @param name what it is called, once its container is known
 * @param end reads what follows the file, and fails if the body was cut off before its end
 */
record IncomingFile(InputStream bytes, Function<MediaType, String> name, End end) {

    @FunctionalInterface
    interface End {
        void read() throws IOException;
    }

    /** The same, with something more to do at its end. */
    IncomingFile endingWith(End more) {
        return new IncomingFile(bytes, name, () -> {
            end.read();
            more.read();
        });
    }
}
