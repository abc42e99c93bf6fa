package com.zenithcapital.modelfile.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.part.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Debian's clamd with one signature of our own: EICAR's test string, anywhere in a file. It knows no malware else, and
 * asks nobody for more.
 */
public final class ClamdProcess implements AutoCloseable {

    public static final String PROGRAM = "/usr/sbin/clamd";

    /** The European Institute for Computer Antivirus Research's harmless test file, in two pieces: this source is no find. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String PORT = "zenith.test.clamd.port";

    private final Process process;

    private ClamdProcess(Process process) {
        this.process = process;
    }

    /** Where it listens, or will: the same port in all of a test run. */
    public static int port() {
        // A system property: the class itself is loaded once for each application.
        String port = System.getProperty(PORT, Integer.toString(FreePorts.next()));
        System.setProperty(PORT, port);
        return Integer.parseInt(port);
    }

    public static boolean isInstalled() {
        return Files.isExecutable(Path.of(PROGRAM));
    }

    /** Starts it, and waits until it answers. */
    public static ClamdProcess start() throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "clamd").toAbsolutePath());
        Path signatures = Files.createDirectories(directory.resolve("signatures"));
        Files.writeString(
                signatures.resolve("zenith.ndb"),
                "Zenith.Eicar:0:*:%s%n".formatted(HexFormat.of().formatHex(EICAR.getBytes(US_ASCII))));
        Path configuration = directory.resolve("clamd.conf");
        Files.writeString(configuration, """
                DatabaseDirectory %s
                OfficialDatabaseOnly no
                TCPAddr 127.0.0.1
                TCPSocket %d
                StreamMaxLength 60M
                Foreground yes
                LogFile %s
                """.formatted(signatures, port(), directory.resolve("clamd.log")));
        ClamdProcess clamd = new ClamdProcess(new ProcessBuilder(PROGRAM, "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("clamd.out").toFile())
                .start());
        await("clamd to answer").atMost(Duration.ofSeconds(30)).until(ClamdProcess::answers);
        return clamd;
    }

    private static boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write("zPING\0".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(4), US_ASCII).equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
