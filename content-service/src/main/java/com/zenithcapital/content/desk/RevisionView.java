package com.zenithcapital.content.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.zenithcapital.content.body.Heading;
import com.zenithcapital.content.insight.Content;
import java.util.List;

/** One revision with its text. */
record RevisionView(
        @JsonUnwrapped RevisionLine about,
        Content content,
        String html,
        List<Heading> outline,
        int words,
        int readingMinutes) {}
