package com.zenithcapital.content.reading;

import com.zenithcapital.content.cache.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What there is to read, as it goes out. */
@ApplicationScoped
class Insights {

    private static final String LIST = InsightResource.INSIGHTS;
    private static final String PAGE = LIST + "/{slug}";
    private static final String JSON = "application/json";

    private final LiveList list;
    private final LivePages pages;
    private final Questions questions;
    private final LiveSearch search;
    private final ListJson json;

    Insights(LiveList list, LivePages pages, Questions questions, LiveSearch search, ListJson json) {
        this.list = list;
        this.pages = pages;
        this.questions = questions;
        this.search = search;
        this.json = json;
    }

    /** By rank where the request asks a question, else by time. */
    Reply list(Audience audience, ListRequest request) {
        byte[] body = request.question()
                .map(question -> found(audience, request, question))
                .orElseGet(() -> listed(audience, request));
        return Reply.list(LIST, JSON, body);
    }

    /** The one that is at this address now. */
    Optional<Reply> page(Audience audience, String slug) {
        return pages.page(audience, slug)
                .map(page -> Reply.page(PAGE, page.json(), page.tag(), page.changed(), page.insight()));
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
}
