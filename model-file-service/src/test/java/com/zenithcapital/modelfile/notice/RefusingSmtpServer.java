package com.zenithcapital.modelfile.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Speaks as much SMTP as one mail needs and refuses one command of it, which the mail catcher cannot be made to do. */
final class RefusingSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String refused;
    private final int code;
    private final boolean pipelining;

    /**
     * @param refused how the refused line begins; a dot is the end of the data
     */
    RefusingSmtpServer(String refused, int code, boolean pipelining) throws IOException {
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.refused = refused;
        this.code = code;
        this.pipelining = pipelining;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try (Socket client = socket.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 ready");
            boolean inData = false;
            String line;
            while ((line = in.readLine()) != null) {
                boolean isRefused = line.startsWith(refused);
                if (inData && !line.equals(".")) {
                    continue;
                }
                inData = line.equals("DATA") && !isRefused;
                say(out, isRefused ? code + " refused" : answer(line));
            }
        } catch (IOException e) {
            // The client has seen enough, or the test is over.
        }
    }

    private String answer(String line) {
        if (line.startsWith("EHLO")) {
            return pipelining ? "250-here\r\n250 PIPELINING" : "250 here";
        }
        return line.equals("DATA") ? "354 go on" : "250 fine";
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(US_ASCII));
        out.flush();
    }
}
