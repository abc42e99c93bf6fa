package com.zenithcapital.analytics.query;

/** What was counted of one subject in parts of one UTC day. */
interface DayParts {

    /** Of the smallest part. */
    int MINUTES = 15;

    /** How many of them a day has; UTC has no other days. */
    int IN_A_DAY = 24 * 60 / MINUTES;

    DayParts NOTHING = (_, _) -> Figures.NONE;

    /** From one quarter of an hour up to another, counted from midnight, 96 being the next one. */
    Figures between(int first, int end);
}
