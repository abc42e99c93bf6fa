package com.zenithcapital.gateway.upstream;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The service behind the gateway. The last named place of a path, its model's slug or id, says how it behaves; what
 * it saw of a request is kept under the request's correlation id.
 */
public final class Upstream {

    /** What became of a request here. */
    public static final class Seen {

        private final AtomicLong bytes = new AtomicLong();
        private volatile boolean whole;
        private volatile boolean broken;

        public long bytes() {
            return bytes.get();
        }

        /** Its body came to its end. */
        public boolean whole() {
            return whole;
        }

        /** Its connection went away first. */
        public boolean broken() {
            return broken;
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final List<HttpServerResponse> waiting = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;
    private int port;

    /** Begins to listen: on the same port each time. */
    public int up() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(this::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = server.actualPort();
        return port;
    }

    /** Goes away, with every connection. */
    public void down() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
            server = null;
        }
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What became of a request; nothing where it never came here. */
    public @Nullable Seen seen(String correlationId) {
        return seen.get(correlationId);
    }

    /** Answers every request that was left waiting. */
    public void answerTheWaiting() {
        List<HttpServerResponse> all = List.copyOf(waiting);
        waiting.removeAll(all);
        all.forEach(response -> response.end("late"));
    }

    /** How many requests were left waiting. */
    public int waiting() {
        return waiting.size();
    }

    private void handle(HttpServerRequest request) {
        Seen what = new Seen();
        String id = request.getHeader("X-Correlation-Id");
        if (id != null) {
            seen.put(id, what);
        }
        request.exceptionHandler(_ -> what.broken = true);
        request.response().exceptionHandler(_ -> what.broken = true);
        request.response().closeHandler(_ -> {
            if (!request.response().ended()) {
                what.broken = true;
            }
        });
        String[] path = request.uri().replaceFirst("\\?.*", "").split("/");
        boolean admin = path.length > 3 && path[3].equals("admin");
        int place = admin ? 5 : 4;
        behave(path.length > place ? path[place] : "list", request, what);
    }

    private void behave(String behaviour, HttpServerRequest request, Seen what) {
        HttpServerResponse response = request.response();
        switch (behaviour) {
            case "digest" -> {
                if (request.headers().contains("Expect")) {
                    response.writeContinue();
                }
                digest(request, what);
            }
            case "ignores-expect" -> digest(request, what);
            case "bytes" -> bytes(request);
            case "refuses" -> response.setStatusCode(403).end("{\"refused\":true}");
            case "reads-nothing" -> request.pause();
            case "waits" -> waiting.add(response);
            case "dies" -> request.connection().close();
            case "dies-in-body" -> {
                request.endHandler(_ -> {}).handler(_ -> request.connection().close());
            }
            case "dies-half-way" ->
                response.putHeader("Content-Length", "1000")
                        .write("half")
                        .onComplete(_ -> request.connection().close());
            case "dies-in-chunks" ->
                response.setChunked(true)
                        .write("half")
                        .onComplete(_ -> request.connection().close());
            case "stalls-half-way" ->
                response.putHeader("Content-Length", "1000").write("half");
            case "events" -> {
                response.setChunked(true)
                        .putHeader("Content-Type", "text/event-stream")
                        .write("id:1\ndata:%s\n\n".formatted(request.getHeader("Last-Event-ID")));
                waiting.add(response);
                long beats = vertx.setPeriodic(500, _ -> response.write(":still here\n\n"));
                response.closeHandler(_ -> vertx.cancelTimer(beats));
                response.endHandler(_ -> vertx.cancelTimer(beats));
                response.exceptionHandler(_ -> vertx.cancelTimer(beats));
                request.connection().closeHandler(_ -> what.broken = true);
            }
            case "events-that-stop" ->
                response.setChunked(true)
                        .putHeader("Content-Type", "text/event-stream")
                        .write("id:1\ndata:first\n\n");
            case "hops" ->
                response.putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "1")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("ETag", "\"a\"")
                        .putHeader("X-Correlation-Id", "of-the-service")
                        .end("{}");
            case "speaks-for-itself" ->
                response.putHeader("Content-Security-Policy", "sandbox")
                        .putHeader("X-Frame-Options", "SAMEORIGIN")
                        .putHeader("Referrer-Policy", "origin")
                        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .putHeader("Vary", "accept-encoding, origin")
                        .putHeader("Server", "Apache/1.3")
                        .putHeader("X-Powered-By", "PHP/3")
                        .end("{}");
            case "not-modified" ->
                response.setStatusCode(304).putHeader("ETag", "\"a\"").end();
            case "no-content" -> response.setStatusCode(204).end();
            case "echo-body" -> echoBody(request);
            default -> echo(request);
        }
    }

    private static void echo(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        for (String name : request.headers().names()) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    new JsonArray(request.headers().getAll(name)));
        }
        JsonObject echo = new JsonObject()
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("headers", headers);
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", Integer.toString(echo.toBuffer().length()))
                .end(echo.toBuffer());
    }

    private static void echoBody(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response().end(body));
    }

    private static void digest(HttpServerRequest request, Seen what) {
        Digest digest = new Digest();
        request.handler(buffer -> {
            what.bytes.addAndGet(buffer.length());
            digest.add(buffer.getBytes());
        });
        request.endHandler(_ -> {
            what.whole = true;
            request.response().setStatusCode(202).end(digest.hex());
        });
    }

    /** Sends {@code ?n=} bytes. */
    private static void bytes(HttpServerRequest request) {
        new Generated(Long.parseLong(request.getParam("n")))
                .sendTo(request.response().setChunked(true));
    }
}
