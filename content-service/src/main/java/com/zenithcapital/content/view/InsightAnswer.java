package com.zenithcapital.content.view;

import com.zenithcapital.content.insight.Edition;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The headers of an answer about an insight at work: its ETag is what the next save must name. */
public final class InsightAnswer {

    private InsightAnswer() {}

    public static Response tagged(Response.ResponseBuilder response, Edition edition) {
        return response.tag(new EntityTag(edition.tag()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** 304 to who has it already. */
    public static Response unlessSeen(Request request, Object insight, Edition edition) {
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(new EntityTag(edition.tag()));
        return tagged(unchanged == null ? Response.ok(insight) : unchanged, edition);
    }
}
