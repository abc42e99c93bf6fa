package com.zenithcapital.content.reading;

import static com.zenithcapital.platform.problem.CommonProblem.GONE;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.content.cache.Answers;
import com.zenithcapital.content.cache.Visit;
import com.zenithcapital.platform.identity.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** Published insights, for everybody, and for clients those too that are theirs alone. */
@Path(InsightResource.INSIGHTS)
@RunOnVirtualThread
class InsightResource {

    static final String INSIGHTS = "/api/v1/insights";

    private static final String INSIGHT = INSIGHTS + "/{slug}";
    private static final String JSON = "application/json";

    private final LiveList list;
    private final LivePages pages;
    private final Questions questions;
    private final LiveSearch search;
    private final ListJson json;
    private final Answers answers;
    private final CurrentUser user;

    InsightResource(
            LiveList list,
            LivePages pages,
            Questions questions,
            LiveSearch search,
            ListJson json,
            Answers answers,
            CurrentUser user) {
        this.list = list;
        this.pages = pages;
        this.questions = questions;
        this.search = search;
        this.json = json;
        this.answers = answers;
        this.user = user;
    }

    @GET
    @PermitAll
    @Parameter(name = "tag", in = ParameterIn.QUERY)
    @Parameter(name = "author", in = ParameterIn.QUERY)
    @Parameter(name = "issuer", in = ParameterIn.QUERY, description = "The issuer's name or ticker")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words, \"phrases\", or, -not")
    @Parameter(name = "since", in = ParameterIn.QUERY, description = "From this time on, RFC 3339")
    @Parameter(name = "until", in = ParameterIn.QUERY, description = "Before this time, RFC 3339")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "newest or oldest; not with q")
    @Parameter(name = "fields", in = ParameterIn.QUERY, description = "Those of each item, with commas between")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 100, 20 if not given")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "The next of the page before")
    public Response insights(@Context HttpServerRequest http, @Context UriInfo uri) {
        Visit visit = answers.begin(http);
        ListRequest request = ListRequest.of(uri.getQueryParameters());
        Audience audience = Audience.of(user);
        byte[] body = request.question()
                .map(question -> found(audience, request, question))
                .orElseGet(() -> listed(audience, request));
        return answers.list(visit, INSIGHTS, JSON, body);
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    public Response insight(@Context HttpServerRequest http, @Context UriInfo uri, @RestPath String slug) {
        Visit visit = answers.begin(http);
        QueryParameters.of(uri.getQueryParameters(), Set.of());
        Audience audience = Audience.of(user);
        Optional<LivePages.Page> found = pages.page(audience, slug);
        if (found.isEmpty()) {
            return elsewhere(visit, audience, slug);
        }
        LivePages.Page page = found.get();
        return answers.page(visit, INSIGHT, page.json(), page.tag(), page.changed(), page.insight());
    }

    private byte[] listed(Audience audience, ListRequest request) {
        LiveList.Part part =
                list.list(audience, request.filter(), request.oldestFirst(), request.limit(), request.cursor());
        return request.fields().isEmpty() ? json.whole(part) : json.sparse(part, request.fields());
    }

    private byte[] found(Audience audience, ListRequest request, String normalised) {
        Question question = questions.understand(audience, normalised);
        return json.found(
                search.search(audience, request.filter(), question, request.limit(), request.cursor()),
                question.corrected(),
                request.fields());
    }

    private Response elsewhere(Visit visit, Audience audience, String slug) {
        return pages.successor(audience, slug)
                .map(now -> answers.moved(visit, URI.create(INSIGHTS + '/' + now)))
                .orElseThrow(() -> answers.refused(
                        visit,
                        pages.reasonGone(audience, slug)
                                .map(GONE::because)
                                .orElseGet(() -> NOT_FOUND.because("There is no such insight."))));
    }
}
