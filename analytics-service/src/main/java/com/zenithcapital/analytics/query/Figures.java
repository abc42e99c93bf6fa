package com.zenithcapital.analytics.query;

/**
 * What is counted of a time.
 *
 * @param others events that are neither page views nor downloads
 * @param bounces visits that began then and saw one page; of the whole site alone, else 0, as {@code seconds}
 * @param seconds how long the visits that began then lasted together
 */
record Figures(long visitors, long visits, long pageviews, long downloads, long others, long bounces, long seconds) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    Figures plus(Figures more) {
        return new Figures(
                visitors + more.visitors,
                visits + more.visits,
                pageviews + more.pageviews,
                downloads + more.downloads,
                others + more.others,
                bounces + more.bounces,
                seconds + more.seconds);
    }

    Figures withVisitors(long count) {
        return new Figures(count, visits, pageviews, downloads, others, bounces, seconds);
    }
}
