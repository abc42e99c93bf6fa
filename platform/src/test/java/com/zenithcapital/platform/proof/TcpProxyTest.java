package com.zenithcapital.platform.proof;

import static com.zenithcapital.platform.proof.TcpProxy.Direction.TO_CLIENT;
import static com.zenithcapital.platform.proof.TcpProxy.Direction.TO_TARGET;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against real sockets: an echo server behind the proxy, a plain client before it. */
class TcpProxyTest {

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void startAnEchoServerBehindAProxy() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = TcpProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesBytesBothWaysAndCountsThem() throws IOException {
        try (Socket client = connect()) {
            String answer = say(client, "hello");

            assertThat(answer).isEqualTo("hello");
            assertThat(proxy.passed(TO_TARGET)).isEqualTo(5);
            assertThat(proxy.passed(TO_CLIENT)).isEqualTo(5);
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void passesAnOrderlyEndOnAndForgetsTheConnection() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");

            client.shutdownOutput();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        await().untilAsserted(() -> assertThat(proxy.connections()).isZero());
    }

    @Test
    void deliversALargeStreamUnchanged() throws IOException {
        byte[] much = new byte[8 * 1024 * 1024];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) (i * 31);
        }
        try (Socket client = connect()) {
            Thread.ofVirtual().start(() -> send(client, much));

            byte[] answer = client.getInputStream().readNBytes(much.length);

            assertThat(Arrays.equals(answer, much)).isTrue();
        }
    }

    @Test
    void aCutIsAResetForOpenConnectionsAndNewOnesAreServed() throws IOException {
        try (Socket client = connect()) {
            say(client, "hello");

            proxy.cut();

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        try (Socket next = connect()) {
            assertThat(say(next, "again")).isEqualTo("again");
        }
    }

    @Test
    void refusesNewConnectionsAndKeepsOpenOnesUntilHealed() throws IOException {
        try (Socket before = connect()) {
            say(before, "hello");

            proxy.refuse();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThat(say(before, "still here")).isEqualTo("still here");
        }
        proxy.heal();
        try (Socket after = connect()) {
            assertThat(say(after, "back")).isEqualTo("back");
        }
    }

    @Test
    void aDelayedDirectionIsLateByTheDelayAndNotByTheNumberOfChunks() throws IOException {
        byte[] chunks = new byte[512 * 1024];
        try (Socket client = connect()) {
            say(client, "warm");
            proxy.delay(TO_CLIENT, Duration.ofMillis(300));

            long began = System.nanoTime();
            Thread.ofVirtual().start(() -> send(client, chunks));
            int first = client.getInputStream().read();
            long firstByte = System.nanoTime() - began;
            client.getInputStream().readNBytes(chunks.length - 1);
            long lastByte = System.nanoTime() - began;

            assertThat(first).isZero();
            assertThat(Duration.ofNanos(firstByte)).isBetween(Duration.ofMillis(300), Duration.ofSeconds(2));
            assertThat(Duration.ofNanos(lastByte)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aThrottledDirectionCarriesItsRate() throws IOException {
        try (Socket client = connect()) {
            say(client, "warm");
            proxy.throttle(TO_TARGET, 10_000);

            long began = System.nanoTime();
            Thread.ofVirtual().start(() -> send(client, new byte[10_000]));
            client.getInputStream().readNBytes(10_000);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
        }
    }

    @Test
    void aStalledLineIsSilentAndDeliversWhatItHeldWhenHealed() throws IOException {
        try (Socket client = connect()) {
            say(client, "warm");
            proxy.stall();
            send(client, "held".getBytes(US_ASCII));
            client.setSoTimeout(300);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            client.setSoTimeout(10_000);

            proxy.heal();

            assertThat(new String(client.getInputStream().readNBytes(4), US_ASCII))
                    .isEqualTo("held");
        }
    }

    @Test
    void aStallPushesBackOnASenderAndDoesNotSwallow() throws Exception {
        int far = 64 * 1024 * 1024;
        try (Socket client = connect()) {
            proxy.stall(TO_TARGET);
            Thread sender = Thread.ofVirtual().start(() -> send(client, new byte[far]));

            boolean hasSentAll = sender.join(Duration.ofMillis(500));

            assertThat(hasSentAll).isFalse();
            assertThat(proxy.passed(TO_TARGET)).isZero();
        }
    }

    @Test
    void cutsTheConnectionThatCarriesTheLastAllowedByteAndOnlyThatOne() throws IOException {
        try (Socket client = connect()) {
            say(client, "warm");
            long before = proxy.passed(TO_TARGET);
            proxy.cutAfter(TO_TARGET, 1_000);

            send(client, new byte[1_500]);

            assertThatThrownBy(() -> client.getInputStream().readNBytes(1_500)).isInstanceOf(SocketException.class);
            assertThat(proxy.passed(TO_TARGET) - before).isEqualTo(1_000);
        }
        try (Socket next = connect()) {
            assertThat(say(next, "again")).isEqualTo("again");
        }
    }

    @Test
    void aTargetThatIsDownIsAResetForTheClient() throws IOException {
        echo.close();

        try (Socket client = connect()) {
            assertThatThrownBy(() -> say(client, "hello")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesRatesAndLengthsThatMeanNothing() {
        assertThatThrownBy(() -> proxy.throttle(TO_CLIENT, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proxy.cutAfter(TO_CLIENT, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String say(Socket client, String words) throws IOException {
        client.getOutputStream().write(words.getBytes(US_ASCII));
        byte[] answer = client.getInputStream().readNBytes(words.length());
        if (answer.length < words.length()) {
            throw new IOException("The connection ended");
        }
        return new String(answer, US_ASCII);
    }

    private static void send(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
        } catch (IOException theTestCutIt) {
            // A sender in the background learns of a cut this way; the test looks at what arrived.
        }
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException cut) {
            // The proxy cut it: what the test is about.
        }
    }
}
