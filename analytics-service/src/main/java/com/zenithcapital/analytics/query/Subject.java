package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.question.Filter;
import java.util.Optional;

/** Of what a sum or a course is asked: the whole site, or one value of one dimension. */
record Subject(Dimension dimension, String value) {

    static final Subject SITE = new Subject(Dimension.TOTAL, "");

    static Subject of(Optional<Filter> filter) {
        return filter.map(kept -> new Subject(kept.dimension(), kept.value())).orElse(SITE);
    }
}
