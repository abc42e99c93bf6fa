package com.zenithcapital.content.reading;

import static com.zenithcapital.platform.problem.CommonProblem.GONE;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.content.cache.Answers;
import com.zenithcapital.content.cache.Visit;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.input.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** Published insights, for everybody, and for clients those too that are theirs alone. */
@Path(InsightResource.INSIGHTS)
@RunOnVirtualThread
class InsightResource {

    static final String INSIGHTS = "/api/v1/insights";

    private final Insights insights;
    private final LivePages pages;
    private final Answers answers;
    private final CurrentUser user;

    InsightResource(Insights insights, LivePages pages, Answers answers, CurrentUser user) {
        this.insights = insights;
        this.pages = pages;
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
        return answers.answer(visit, insights.list(Audience.of(user), request));
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    public Response insight(@Context HttpServerRequest http, @Context UriInfo uri, @RestPath String slug) {
        Visit visit = answers.begin(http);
        QueryParameters.of(uri.getQueryParameters()).only(Set.of());
        Audience audience = Audience.of(user);
        return insights.page(audience, slug)
                .map(page -> answers.answer(visit, page))
                .orElseGet(() -> elsewhere(visit, audience, slug));
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
