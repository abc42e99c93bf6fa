package com.zenithcapital.content.reading;

import com.zenithcapital.content.cache.Answers;
import com.zenithcapital.content.cache.Reply;
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
import java.util.Set;

/** The tags of what the caller may read. */
@Path(TagResource.TAGS)
@RunOnVirtualThread
class TagResource {

    static final String TAGS = "/api/v1/tags";

    private final LiveTags tags;
    private final ListJson json;
    private final Answers answers;
    private final CurrentUser user;

    TagResource(LiveTags tags, ListJson json, Answers answers, CurrentUser user) {
        this.tags = tags;
        this.json = json;
        this.answers = answers;
        this.user = user;
    }

    @GET
    @PermitAll
    public Response tags(@Context HttpServerRequest http, @Context UriInfo uri) {
        Visit visit = answers.begin(http);
        QueryParameters.of(uri.getQueryParameters()).only(Set.of());
        return answers.answer(visit, Reply.list(TAGS, "application/json", json.tags(tags.tags(Audience.of(user)))));
    }
}
