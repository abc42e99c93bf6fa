package com.zenithcapital.platform.proof;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One connection through a {@link TcpProxy}: for each direction a thread that reads and one that writes, with a bounded
 * queue between them, so that a delayed line still carries its full rate and a stalled one pushes back on the sender.
 */
final class ProxiedConnection {

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int QUEUED_CHUNKS = 64;

    /** What goes through a queue: bytes, or how the stream ended. */
    private sealed interface Passage {

        record Chunk(ByteBuffer bytes, long arrivedNanos) implements Passage {}

        record End(boolean orderly, long arrivedNanos) implements Passage {}
    }

    private final Socket client;
    private final Socket upstream = new Socket();
    private final Line toTarget;
    private final Line toClient;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    ProxiedConnection(Socket client, Line toTarget, Line toClient) {
        this.client = client;
        this.toTarget = toTarget;
        this.toClient = toClient;
    }

    /** Serves the connection until both directions have ended. */
    void run(InetSocketAddress target) {
        threads.add(Thread.currentThread());
        try {
            upstream.connect(target);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            Thread there = pump(client, upstream, toTarget);
            Thread back = pump(upstream, client, toClient);
            there.join();
            back.join();
            client.close();
            upstream.close();
        } catch (IOException | InterruptedException e) {
            reset();
        }
    }

    /** Ends both sides with a reset, so that both see a failure and no orderly end. */
    void reset() {
        reset(client);
        reset(upstream);
        threads.forEach(Thread::interrupt);
    }

    private Thread pump(Socket from, Socket to, Line line) {
        BlockingQueue<Passage> queue = new ArrayBlockingQueue<>(QUEUED_CHUNKS);
        threads.add(Thread.ofVirtual().start(() -> read(from, queue)));
        Thread writer = Thread.ofVirtual().start(() -> write(queue, to, line));
        threads.add(writer);
        return writer;
    }

    private void read(Socket from, BlockingQueue<Passage> queue) {
        try {
            queue.put(readToEnd(from, queue));
        } catch (InterruptedException e) {
            reset();
        }
    }

    private static Passage readToEnd(Socket from, BlockingQueue<Passage> queue) throws InterruptedException {
        try {
            while (true) {
                byte[] bytes = new byte[CHUNK_BYTES];
                int length = from.getInputStream().read(bytes);
                if (length < 0) {
                    return new Passage.End(true, System.nanoTime());
                }
                queue.put(new Passage.Chunk(ByteBuffer.wrap(bytes, 0, length), System.nanoTime()));
            }
        } catch (IOException broken) {
            return new Passage.End(false, System.nanoTime());
        }
    }

    private void write(BlockingQueue<Passage> queue, Socket to, Line line) {
        try {
            while (true) {
                switch (queue.take()) {
                    case Passage.Chunk chunk -> {
                        if (send(chunk, to, line)) {
                            reset();
                            return;
                        }
                    }
                    case Passage.End end -> {
                        line.admitEnd(end.arrivedNanos());
                        if (end.orderly()) {
                            to.shutdownOutput();
                        } else {
                            reset();
                        }
                        return;
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            reset();
        }
    }

    /** Sends a chunk as the line admits it; whether the connection is to be cut after it. */
    private static boolean send(Passage.Chunk chunk, Socket to, Line line) throws IOException, InterruptedException {
        ByteBuffer bytes = chunk.bytes();
        while (bytes.hasRemaining()) {
            Line.Admission admission = line.admit(bytes.remaining(), chunk.arrivedNanos());
            byte[] admitted = new byte[admission.bytes()];
            bytes.get(admitted);
            to.getOutputStream().write(admitted);
            if (admission.last()) {
                return true;
            }
        }
        return false;
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // A closed socket refuses the option; closed is what was wanted.
        }
    }
}
