package com.zenithcapital.analytics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by COPY, in PostgreSQL's binary format (chapter "COPY", section "Binary Format"): the
 * server has nothing to parse. Fields are written in the order of the statement's columns.
 */
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int PIECE = 1 << 16;
    private static final int NULL = -1;
    private static final int END = -1;

    /** Seconds from 1970 to 2000, which is where PostgreSQL's time begins. */
    private static final long EPOCH = 946_684_800L;

    private static final byte JSONB_VERSION = 1;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * PIECE);

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** @param columns the table with its columns, as {@code copy} wants them */
    static BinaryCopy into(Connection connection, String columns) throws SQLException {
        return new BinaryCopy(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + columns + " from stdin (format binary)"));
    }

    void row(int fields) throws SQLException {
        if (buffer.position() >= PIECE) {
            send();
        }
        room(Short.BYTES).putShort((short) fields);
    }

    void time(Instant time) {
        room(Integer.BYTES + Long.BYTES)
                .putInt(Long.BYTES)
                .putLong((time.getEpochSecond() - EPOCH) * 1_000_000 + time.getNano() / 1_000);
    }

    void uuid(UUID id) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
    }

    void number(@Nullable Long number) {
        if (number == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(number);
        }
    }

    void integer(@Nullable Integer number) {
        if (number == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(number);
        }
    }

    void flag(boolean flag) {
        room(Integer.BYTES + 1).putInt(1).put(flag ? (byte) 1 : 0);
    }

    void text(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            byte[] bytes = text.getBytes(UTF_8);
            room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        }
    }

    void json(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            byte[] bytes = json.toString().getBytes(UTF_8);
            room(Integer.BYTES + 1 + bytes.length)
                    .putInt(1 + bytes.length)
                    .put(JSONB_VERSION)
                    .put(bytes);
        }
    }

    /** Has the server take the rows; without this, none is there. */
    void end() throws SQLException {
        room(Short.BYTES).putShort((short) END);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int written = buffer.position();
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), Math.max(2 * buffer.capacity(), written + bytes)));
            buffer.position(written);
        }
        return buffer;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
