package com.zenithcapital.content.transfer;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The lines of a body, one after the other: never more of it in memory than one. */
final class Lines {

    static final int LONGEST = 1024 * 1024;

    private final InputStream body;
    private int number;

    Lines(InputStream body) {
        this.body = new BufferedInputStream(body, 65_536);
    }

    /** The number of the line read last, from 1. */
    int number() {
        return number;
    }

    /**
     * The bytes of the next line that is not blank; empty at the end.
     *
     * @throws com.zenithcapital.platform.problem.ProblemException {@code payload-too-large} for a line that is too long:
     *     what follows it can be read all the same
     */
    Optional<byte[]> next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean tooLong = false;
            int read = body.read();
            if (read < 0) {
                return Optional.empty();
            }
            number++;
            while (read >= 0 && read != '\n') {
                if (line.size() < LONGEST) {
                    line.write(read);
                } else {
                    tooLong = true;
                }
                read = body.read();
            }
            if (tooLong) {
                throw PAYLOAD_TOO_LARGE.because("A line may have %d bytes.".formatted(LONGEST));
            }
            byte[] bytes = line.toByteArray();
            if (!new String(bytes, UTF_8).isBlank()) {
                return Optional.of(bytes);
            }
        }
    }

    static String text(byte[] line) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw INVALID_REQUEST.at("", "The line is not UTF-8.").causedBy(e);
        }
    }
}
