package com.zenithcapital.gateway.session;

import static io.vertx.core.http.HttpHeaders.CACHE_CONTROL;
import static io.vertx.core.http.HttpHeaders.CONTENT_TYPE;
import static io.vertx.core.http.HttpHeaders.LOCATION;

import com.zenithcapital.gateway.answer.Refusals;
import com.zenithcapital.gateway.answer.RequestBody;
import com.zenithcapital.gateway.record.Ending;
import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.platform.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** How the gateway's own pages answer: nothing of it is kept by a cache, and what was sent unasked is not read. */
@Singleton
final class Answers {

    private final Refusals refusals;

    Answers(Refusals refusals) {
        this.refusals = refusals;
    }

    void json(RoutingContext context, RequestRecord record, JsonObject body) {
        context.response().putHeader(CONTENT_TYPE, "application/json");
        end(context, record, 200, body.toBuffer());
    }

    void empty(RoutingContext context, RequestRecord record, int status) {
        end(context, record, status, Buffer.buffer());
    }

    void redirect(RoutingContext context, RequestRecord record, String location) {
        context.response().putHeader(LOCATION, location);
        end(context, record, 302, Buffer.buffer());
    }

    void problem(RoutingContext context, ProblemException problem, Map<String, String> headers) {
        refusals.send(context, problem, headers);
    }

    private void end(RoutingContext context, RequestRecord record, int status, Buffer body) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        boolean unread = RequestBody.of(request) != RequestBody.NONE && !request.isEnded();
        if (unread) {
            Refusals.announceClose(response);
        }
        record.ended(Ending.ANSWERED);
        response.setStatusCode(status).putHeader(CACHE_CONTROL, "no-store").end(body);
        if (unread) {
            refusals.letGo(request);
        }
    }
}
