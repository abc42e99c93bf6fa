package com.zenithcapital.modelfile.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request written byte by byte to a socket, for what no HTTP client would do. */
public final class RawRequest implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;

    private RawRequest(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** Connects and begins ana's upload of a workbook. */
    public static RawRequest upload(String model, String... headers) throws IOException {
        RawRequest request = connected();
        request.begin(model, headers);
        return request;
    }

    /** Connects and begins a request of ana's with a JSON body. */
    public static RawRequest to(String methodAndPath, String... headers) throws IOException {
        RawRequest request = connected();
        request.head(methodAndPath, "application/json", headers);
        return request;
    }

    /** Connects and asks for a path as rhea; the answer is read from {@link #received}. */
    public static RawRequest get(String path, String... headers) throws IOException {
        RawRequest request = connected();
        List<String> lines = new ArrayList<>(List.of(
                "GET " + path + " HTTP/1.1",
                "Host: 127.0.0.1",
                "Authorization: Bearer " + Tokens.of("rhea", "reader")));
        lines.addAll(List.of(headers));
        request.send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
        return request;
    }

    /** What the server sends, byte by byte. */
    public InputStream received() throws IOException {
        return socket.getInputStream();
    }

    /** Begins an upload, the next one on this connection. */
    public void begin(String model, String... headers) throws IOException {
        head("POST /api/v1/admin/models/%s/versions".formatted(model), "application/octet-stream", headers);
    }

    private void head(String methodAndPath, String type, String... headers) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(methodAndPath + " HTTP/1.1");
        lines.add("Host: 127.0.0.1");
        lines.add("Authorization: Bearer " + Tokens.of("ana", "analyst"));
        if (!headers[0].startsWith("Content-Type:")) {
            lines.add("Content-Type: " + type);
        }
        lines.addAll(List.of(headers));
        send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    private static RawRequest connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(60_000);
        return new RawRequest(socket);
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends a chunk of a chunked body; an empty one ends it. */
    public void sendChunk(byte[] bytes) throws IOException {
        send((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
        send(bytes);
        send("\r\n".getBytes(ISO_8859_1));
    }

    /** Sends as long as the server listens, as a client does that looks at the answer afterwards. */
    public void sendChunksWhileHeard(byte[] chunk, int times) throws IOException {
        try {
            for (int i = 0; i < times; i++) {
                sendChunk(chunk);
            }
            sendChunk(new byte[0]);
        } catch (SocketException e) {
            // The server has hung up; what it said before is read by answer().
        }
    }

    /** The connection is gone without a word, as when a laptop is closed. */
    public void breakOff() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public record Answer(int status, String body) {
        public boolean hasProblem(String slug) {
            return body.contains("\"urn:zenith:problem:" + slug + "\"");
        }
    }

    public Answer answer() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        int status = Integer.parseInt(line(reader).split(" ", 3)[1]);
        int length = 0;
        String header = line(reader);
        while (!header.isEmpty()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
            header = line(reader);
        }
        char[] body = new char[length];
        int read = 0;
        while (read < length) {
            int count = reader.read(body, read, length - read);
            if (count < 0) {
                throw new IOException("The answer is cut off");
            }
            read += count;
        }
        return new Answer(status, new String(body));
    }

    private static String line(BufferedReader reader) throws IOException {
        @Nullable String line = reader.readLine();
        if (line == null) {
            throw new IOException("There is no answer");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
