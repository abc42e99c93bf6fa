package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An upload on a bare socket, for what no orderly HTTP client does: stop in the middle, trickle, or send no end of chunks.
 * Everything is written by hand, and the answer is read as it comes.
 */
final class RawUpload implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Socket socket;
    private final String request;

    private RawUpload(Socket socket, String request) {
        this.socket = socket;
        this.request = request;
    }

    /** A request whose length is announced. */
    static RawUpload ofLength(URI base, String path, String token, long length) {
        return open(base, "POST", path, token, ModelDesk.SPREADSHEET, "Content-Length: " + length);
    }

    /** A request of a resumable upload, from an offset on. */
    static RawUpload ofChunk(URI base, String path, String token, long offset, long length) {
        return open(
                base,
                "PATCH",
                path,
                token,
                "application/offset+octet-stream",
                "Tus-Resumable: 1.0.0\r\nUpload-Offset: %d\r\nContent-Length: %d".formatted(offset, length));
    }

    /** A request in chunks, whose length nobody knows before its end. */
    static RawUpload chunked(URI base, String path, String token) {
        return open(base, "POST", path, token, ModelDesk.SPREADSHEET, "Transfer-Encoding: chunked");
    }

    private static RawUpload open(
            URI base, String method, String path, String token, String contentType, String headers) {
        try {
            Socket socket = new Socket(base.getHost(), base.getPort());
            socket.setSoTimeout((int) Duration.ofSeconds(90).toMillis());
            String head = "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n"
                    .formatted(method, path, base.getAuthority(), token, contentType, headers);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            return new RawUpload(socket, method + " " + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawUpload write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends this many bytes of a workbook's kind in chunks, and their end; stops early when the other side has closed. */
    RawUpload writeChunks(byte[] firstBytes, long length) {
        try {
            OutputStream out = socket.getOutputStream();
            chunk(out, firstBytes);
            for (long sent = firstBytes.length; sent < length; sent += CHUNK) {
                chunk(out, new byte[(int) Math.min(CHUNK, length - sent)]);
            }
            out.write("0\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException refused) {
            // An early answer with a close is allowed: the test reads the answer.
        }
        return this;
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(US_ASCII));
    }

    /** Ends the connection in the middle of everything, with a reset. */
    void abort() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer; waits for it as long as the contract allows a server to think. */
    Answer answer() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String statusLine = line(reader);
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(reader); !line.isEmpty(); line = line(reader)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        char[] body = new char[length];
        int read = 0;
        while (read < length) {
            int n = reader.read(body, read, length - read);
            if (n < 0) {
                break;
            }
            read += n;
        }
        return new Answer(
                request,
                status,
                name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
                new String(body, 0, read));
    }

    private static String line(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("The connection ended without an answer");
        }
        return line;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
