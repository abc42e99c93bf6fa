package com.zenithcapital.gateway.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** A TCP connection to the gateway, for what no HTTP client would send. */
public final class RawConnection implements AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        in = socket.getInputStream();
    }

    public static RawConnection toGateway() throws IOException {
        return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), RestAssured.port));
    }

    /** Sends text; each {@code \n} goes out as CR LF. */
    public RawConnection send(String lines) throws IOException {
        return send(lines.replace("\n", "\r\n").getBytes(ISO_8859_1));
    }

    public RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The next head: status line and headers, in lower case, up to the empty line. */
    public String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection was closed after: " + head.toString(ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    /** A whole answer whose body has a Content-Length: head and body. */
    public String answer() throws IOException {
        String head = head();
        int length = head.lines()
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), ISO_8859_1);
    }

    /** All that still comes until the gateway closes the connection. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    /** Whether something has come that was not read yet. */
    public boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    /** Whether the gateway has closed it, and has said nothing before. */
    public boolean isClosed() throws IOException {
        socket.setSoTimeout(1);
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
