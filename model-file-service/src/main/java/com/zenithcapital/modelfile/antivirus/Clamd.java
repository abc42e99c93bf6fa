package com.zenithcapital.modelfile.antivirus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * ClamAV's daemon over TCP, by its command INSTREAM (clamd(8)): chunks with their length before them, an empty one at the end,
 * one line back. Nothing but {@code OK} is clean and nothing but {@code FOUND} is infected; all else is no result.
 */
final class Clamd implements Scanner {

    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_REPLY = 1024;
    private static final String START = "stream: ";
    private static final String CLEAN = START + "OK";
    private static final String FOUND = " FOUND";

    private final AntivirusConfig config;

    Clamd(AntivirusConfig config) {
        this.config = config;
    }

    @Override
    public ScanResult scan(Source source) throws IOException {
        try (Socket socket = connected();
                InputStream bytes = source.open()) {
            send(bytes, socket);
            return result(reply(socket));
        }
    }

    private Socket connected() throws ScannerUnavailableException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(config.host(), config.port()),
                    Math.toIntExact(config.connectTimeout().toMillis()));
            socket.setSoTimeout(Math.toIntExact(config.readTimeout().toMillis()));
            return socket;
        } catch (IOException e) {
            close(socket);
            throw new ScannerUnavailableException("clamd takes no connection", e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was not open.
        }
    }

    /** What fails in reading the bytes is theirs, what fails in writing them is clamd's. */
    private static void send(InputStream bytes, Socket socket) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
            out.write(INSTREAM);
            int read = read(bytes, chunk);
            while (read > 0) {
                out.writeInt(read);
                out.write(chunk, 0, read);
                read = read(bytes, chunk);
            }
            out.writeInt(0);
            out.flush();
        } catch (UnreadableException e) {
            throw e.unreadable;
        } catch (IOException e) {
            // Past its StreamMaxLength it says so and closes; the reply may be lost in the reset.
            throw new ScannerUnavailableException(
                    "clamd did not take the bytes; its StreamMaxLength may be too small", e);
        }
    }

    private static int read(InputStream bytes, byte[] chunk) throws UnreadableException {
        try {
            return bytes.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            throw new UnreadableException(e);
        }
    }

    private static String reply(Socket socket) throws ScannerUnavailableException {
        try {
            String reply = new String(socket.getInputStream().readNBytes(LONGEST_REPLY), UTF_8);
            int end = reply.indexOf('\0');
            return end < 0 ? reply : reply.substring(0, end);
        } catch (IOException e) {
            throw new ScannerUnavailableException("clamd does not answer", e);
        }
    }

    private static ScanResult result(String reply) throws ScannerUnavailableException {
        if (reply.equals(CLEAN)) {
            return new ScanResult.Clean();
        }
        if (reply.startsWith(START) && reply.endsWith(FOUND)) {
            return new ScanResult.Infected(reply.substring(START.length(), reply.length() - FOUND.length()));
        }
        throw new ScannerUnavailableException(
                "clamd has no result: " + reply.replaceAll("\\p{Cntrl}+", " ").strip(), null);
    }

    /** Carries a failure of the bytes past that of the socket. */
    private static final class UnreadableException extends IOException {

        private final IOException unreadable;

        UnreadableException(IOException unreadable) {
            super(unreadable);
            this.unreadable = unreadable;
        }
    }
}
