package com.zenithcapital.analytics.intake;

/**
 * Why an event is not taken.
 *
 * @param field its place within the event, {@code /url}; empty for the event as a whole
 */
record Refusal(Reason reason, String field, String detail) implements Reading, Judgement {}
