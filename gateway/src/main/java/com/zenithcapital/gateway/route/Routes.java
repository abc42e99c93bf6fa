package com.zenithcapital.gateway.route;

import static com.zenithcapital.gateway.route.Access.ANYONE;
import static com.zenithcapital.gateway.route.Access.BEACON;
import static com.zenithcapital.gateway.route.Access.SIGNED_IN;
import static com.zenithcapital.gateway.route.Page.BACK_CHANNEL_LOGOUT;
import static com.zenithcapital.gateway.route.Page.LOGIN;
import static com.zenithcapital.gateway.route.Page.LOGOUT;
import static com.zenithcapital.gateway.route.Page.SESSION;
import static com.zenithcapital.gateway.route.Service.ANALYTICS;
import static com.zenithcapital.gateway.route.Service.CONTENT;
import static com.zenithcapital.gateway.route.Service.MODEL_FILE;
import static com.zenithcapital.gateway.route.Traffic.DOWNLOAD;
import static com.zenithcapital.gateway.route.Traffic.EVENTS;
import static com.zenithcapital.gateway.route.Traffic.ORDINARY;
import static com.zenithcapital.gateway.route.Traffic.UPLOAD;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/** The route table: the part of the HTTP contract that exists by now. A new endpoint is a line here, or it is not reached. */
final class Routes {

    private static final String MODELS = "/api/v1/models";
    private static final String ADMIN_MODELS = "/api/v1/admin/models";
    private static final String ADMIN_JOBS = "/api/v1/admin/jobs";
    private static final String ADMIN_UPLOADS = "/api/v1/admin/uploads";
    private static final String INSIGHTS = "/api/v1/insights";
    private static final String FEEDS = "/api/v1/feeds";
    private static final String ADMIN_INSIGHTS = "/api/v1/admin/insights";
    private static final String ADMIN_INSIGHT = ADMIN_INSIGHTS + "/{id}";
    private static final String EVENTS_IN = "/api/v1/events";
    private static final String ADMIN_ANALYTICS = "/api/v1/admin/analytics";
    private static final String DEAD_LETTERS = "/api/v1/admin/dead-letters";
    private static final String ADMIN_RECONCILIATIONS = "/api/v1/admin/reconciliations";

    private Routes() {}

    static final List<Route> ALL = List.of(
            // The gateway's own: browsers sign in and out.
            get("/api/v1/session", SESSION, ANYONE, ORDINARY),
            get("/api/v1/login", LOGIN, ANYONE, ORDINARY),
            post("/api/v1/logout", LOGOUT, ANYONE, ORDINARY),
            post("/api/v1/logout/back-channel", BACK_CHANNEL_LOGOUT, ANYONE, ORDINARY),

            // Published insights, for everybody; the service shows a reader more.
            get(INSIGHTS, CONTENT, ANYONE, ORDINARY),
            get(INSIGHTS + "/{slug}", CONTENT, ANYONE, ORDINARY),
            get("/api/v1/tags", CONTENT, ANYONE, ORDINARY),
            get("/api/v1/previews/{token}", CONTENT, ANYONE, ORDINARY),
            get(FEEDS + "/insights.atom", CONTENT, ANYONE, ORDINARY),
            get(FEEDS + "/insights.json", CONTENT, ANYONE, ORDINARY),
            get("/api/v1/sitemap.xml", CONTENT, ANYONE, ORDINARY),
            get("/api/v1/sitemaps/{n}", CONTENT, ANYONE, ORDINARY),

            // Insights at work. The words before the ids: the first that fits is taken.
            get(ADMIN_INSIGHTS, CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHTS, CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHTS + "/bulk", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHTS + "/import", CONTENT, SIGNED_IN, UPLOAD),
            get(ADMIN_INSIGHTS + "/export", CONTENT, SIGNED_IN, DOWNLOAD),
            get(ADMIN_INSIGHT, CONTENT, SIGNED_IN, ORDINARY),
            put(ADMIN_INSIGHT, CONTENT, SIGNED_IN, ORDINARY),
            delete(ADMIN_INSIGHT, CONTENT, SIGNED_IN, ORDINARY),
            get(ADMIN_INSIGHT + "/revisions", CONTENT, SIGNED_IN, ORDINARY),
            get(ADMIN_INSIGHT + "/revisions/{n}", CONTENT, SIGNED_IN, ORDINARY),
            get(ADMIN_INSIGHT + "/revisions/{n}/diff", CONTENT, SIGNED_IN, ORDINARY),
            get(ADMIN_INSIGHT + "/publications", CONTENT, SIGNED_IN, ORDINARY),
            get(ADMIN_INSIGHT + "/publications/{n}", CONTENT, SIGNED_IN, ORDINARY),
            get(ADMIN_INSIGHT + "/preview-links", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/preview-links", CONTENT, SIGNED_IN, ORDINARY),
            delete(ADMIN_INSIGHT + "/preview-links/{link}", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/submit", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/return", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/approve", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/publish", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/correct", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/schedule", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/unschedule", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/withdraw", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/archive", CONTENT, SIGNED_IN, ORDINARY),
            post(ADMIN_INSIGHT + "/restore", CONTENT, SIGNED_IN, ORDINARY),
            get("/api/v1/admin/audit", CONTENT, SIGNED_IN, ORDINARY),

            // Published models, for everybody; the service asks for a reader where one is needed.
            get(MODELS, MODEL_FILE, ANYONE, ORDINARY),
            get(MODELS + "/{slug}", MODEL_FILE, ANYONE, ORDINARY),
            get(MODELS + "/{slug}/versions", MODEL_FILE, ANYONE, ORDINARY),
            get(MODELS + "/{slug}/versions/{n}", MODEL_FILE, ANYONE, ORDINARY),
            get(MODELS + "/{slug}/versions/{n}/sheets", MODEL_FILE, ANYONE, ORDINARY),
            get(MODELS + "/{slug}/versions/{n}/sheets/{index}/rows", MODEL_FILE, ANYONE, ORDINARY),
            get(MODELS + "/{slug}/versions/{n}/diff", MODEL_FILE, SIGNED_IN, ORDINARY),
            get(MODELS + "/{slug}/versions/{n}/content", MODEL_FILE, SIGNED_IN, DOWNLOAD),

            // Models at work.
            get(ADMIN_MODELS, MODEL_FILE, SIGNED_IN, ORDINARY),
            post(ADMIN_MODELS, MODEL_FILE, SIGNED_IN, ORDINARY),
            get(ADMIN_MODELS + "/{id}", MODEL_FILE, SIGNED_IN, ORDINARY),
            put(ADMIN_MODELS + "/{id}", MODEL_FILE, SIGNED_IN, ORDINARY),
            get(ADMIN_MODELS + "/{id}/versions", MODEL_FILE, SIGNED_IN, ORDINARY),
            post(ADMIN_MODELS + "/{id}/versions", MODEL_FILE, SIGNED_IN, UPLOAD),
            get(ADMIN_MODELS + "/{id}/versions/{n}", MODEL_FILE, SIGNED_IN, ORDINARY),
            get(ADMIN_MODELS + "/{id}/versions/{n}/content", MODEL_FILE, SIGNED_IN, DOWNLOAD),
            get(ADMIN_MODELS + "/{id}/versions/{n}/inspection", MODEL_FILE, SIGNED_IN, ORDINARY),
            get(ADMIN_MODELS + "/{id}/versions/{n}/diff", MODEL_FILE, SIGNED_IN, ORDINARY),
            post(ADMIN_MODELS + "/{id}/versions/{n}/publish", MODEL_FILE, SIGNED_IN, ORDINARY),
            post(ADMIN_MODELS + "/{id}/versions/{n}/withdraw", MODEL_FILE, SIGNED_IN, ORDINARY),
            get(ADMIN_RECONCILIATIONS, MODEL_FILE, SIGNED_IN, ORDINARY),
            get(ADMIN_JOBS + "/{id}", MODEL_FILE, SIGNED_IN, ORDINARY),
            get(ADMIN_JOBS + "/{id}/events", MODEL_FILE, SIGNED_IN, EVENTS),

            // What is read. Anybody is counted; the answers are for administrators.
            new Route(HttpMethod.OPTIONS, PathTemplate.of(EVENTS_IN), ANALYTICS, ANYONE, ORDINARY),
            post(EVENTS_IN, ANALYTICS, BEACON, ORDINARY),
            get(EVENTS_IN + "/zenith.js", ANALYTICS, ANYONE, ORDINARY),
            get(ADMIN_ANALYTICS + "/summary", ANALYTICS, SIGNED_IN, ORDINARY),
            get(ADMIN_ANALYTICS + "/timeseries", ANALYTICS, SIGNED_IN, ORDINARY),
            get(ADMIN_ANALYTICS + "/breakdown", ANALYTICS, SIGNED_IN, ORDINARY),
            get(ADMIN_ANALYTICS + "/realtime", ANALYTICS, SIGNED_IN, EVENTS),
            get(ADMIN_ANALYTICS + "/funnel", ANALYTICS, SIGNED_IN, ORDINARY),
            get(ADMIN_ANALYTICS + "/retention", ANALYTICS, SIGNED_IN, ORDINARY),
            get(ADMIN_ANALYTICS + "/filtered", ANALYTICS, SIGNED_IN, ORDINARY),
            get(ADMIN_ANALYTICS + "/readership", ANALYTICS, SIGNED_IN, ORDINARY),
            delete(ADMIN_ANALYTICS + "/readership/{reader}", ANALYTICS, SIGNED_IN, ORDINARY),
            get(ADMIN_ANALYTICS + "/export", ANALYTICS, SIGNED_IN, DOWNLOAD),
            get(ADMIN_ANALYTICS + "/export/events", ANALYTICS, SIGNED_IN, DOWNLOAD),
            post(ADMIN_ANALYTICS + "/recount", ANALYTICS, SIGNED_IN, ORDINARY),
            get(DEAD_LETTERS, ANALYTICS, SIGNED_IN, ORDINARY),
            post(DEAD_LETTERS + "/replay", ANALYTICS, SIGNED_IN, ORDINARY),

            // Resumable uploads (tus 1.0).
            route(HttpMethod.OPTIONS, ADMIN_UPLOADS, ORDINARY),
            route(HttpMethod.POST, ADMIN_UPLOADS, UPLOAD),
            route(HttpMethod.GET, ADMIN_UPLOADS + "/{id}", ORDINARY),
            route(HttpMethod.PATCH, ADMIN_UPLOADS + "/{id}", UPLOAD),
            route(HttpMethod.DELETE, ADMIN_UPLOADS + "/{id}", ORDINARY));

    private static Route route(HttpMethod method, String path, Traffic traffic) {
        return new Route(method, PathTemplate.of(path), MODEL_FILE, SIGNED_IN, traffic);
    }

    private static Route get(String path, Destination destination, Access access, Traffic traffic) {
        return new Route(HttpMethod.GET, PathTemplate.of(path), destination, access, traffic);
    }

    private static Route post(String path, Destination destination, Access access, Traffic traffic) {
        return new Route(HttpMethod.POST, PathTemplate.of(path), destination, access, traffic);
    }

    private static Route delete(String path, Destination destination, Access access, Traffic traffic) {
        return new Route(HttpMethod.DELETE, PathTemplate.of(path), destination, access, traffic);
    }

    private static Route put(String path, Destination destination, Access access, Traffic traffic) {
        return new Route(HttpMethod.PUT, PathTemplate.of(path), destination, access, traffic);
    }
}
