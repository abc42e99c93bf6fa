package com.zenithcapital.content.feed;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.content.cache.Answers;
import com.zenithcapital.content.cache.Reply;
import com.zenithcapital.content.cache.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Feeds and the sitemap: the same for everybody, who is signed in as well. */
@Path(FeedResource.API)
@RunOnVirtualThread
class FeedResource {

    static final String API = "/api/v1";

    private static final String ATOM = "/feeds/insights.atom";
    private static final String JSON = "/feeds/insights.json";
    private static final String SITEMAP = "/sitemap.xml";
    private static final String PART = "/sitemaps/{number: [0-9]{1,6}}";

    private static final String XML = "application/xml;charset=UTF-8";

    private final FeedRows rows;
    private final AtomFeed atom;
    private final JsonFeed json;
    private final Sitemap sitemap;
    private final SiteConfig site;
    private final Answers answers;

    FeedResource(FeedRows rows, AtomFeed atom, JsonFeed json, Sitemap sitemap, SiteConfig site, Answers answers) {
        this.rows = rows;
        this.atom = atom;
        this.json = json;
        this.sitemap = sitemap;
        this.site = site;
        this.answers = answers;
    }

    @GET
    @Path(ATOM)
    @PermitAll
    public Response atom(@Context HttpServerRequest request) {
        Visit visit = begin(request);
        byte[] feed = atom.write(site.address(API + ATOM), rows.newest());
        return answers.answer(visit, Reply.list(API + ATOM, "application/atom+xml;charset=UTF-8", feed));
    }

    @GET
    @Path(JSON)
    @PermitAll
    public Response json(@Context HttpServerRequest request) {
        Visit visit = begin(request);
        byte[] feed = json.write(site.address(API + JSON), rows.newest());
        return answers.answer(visit, Reply.list(API + JSON, "application/feed+json;charset=UTF-8", feed));
    }

    @GET
    @Path(SITEMAP)
    @PermitAll
    public Response sitemap(@Context HttpServerRequest request) {
        Visit visit = begin(request);
        return answers.answer(visit, Reply.list(API + SITEMAP, XML, sitemap.whole(API + "/sitemaps/%d")));
    }

    @GET
    @Path(PART)
    @PermitAll
    public Response sitemapPart(@Context HttpServerRequest request, @RestPath int number) {
        Visit visit = begin(request);
        byte[] part = sitemap.part(number)
                .orElseThrow(() -> answers.refused(visit, NOT_FOUND.because("There is no such sitemap.")));
        return answers.answer(visit, Reply.list(API + "/sitemaps/{number}", XML, part));
    }

    private Visit begin(HttpServerRequest request) {
        Visit visit = answers.begin(request);
        @Nullable String query = request.query();
        if (query != null && !query.isEmpty()) {
            throw INVALID_REQUEST.because("This takes no parameters.");
        }
        return visit;
    }
}
