package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Requests that no client would send: written as they are to the socket of a service. */
record RawHttp(URI base) {

    private static final int PATIENCE_MILLIS = 20_000;

    /**
     * Sends one and hears the answer to its end.
     *
     * @param line the request line
     * @param headers further lines, each with its line end
     */
    String answerTo(String line, String headers) {
        String request = "%s\r\nHost: %s\r\nConnection: close\r\n%s\r\n".formatted(line, base.getAuthority(), headers);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketException e) {
            // Closed on us: no answer is one as well.
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + line, e);
        }
    }

    /** The status of the answer to a request; 0 for a connection that was closed without one. */
    int statusOf(String line, String headers) {
        String answer = answerTo(line, headers);
        return answer.matches("(?s)HTTP/1\\.[01] [0-9]{3}.*") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
