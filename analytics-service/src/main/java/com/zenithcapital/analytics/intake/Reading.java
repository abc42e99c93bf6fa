package com.zenithcapital.analytics.intake;

/** What became of one element of a request: something that may be an event, or nothing that can. */
sealed interface Reading permits Draft, Refusal {}
