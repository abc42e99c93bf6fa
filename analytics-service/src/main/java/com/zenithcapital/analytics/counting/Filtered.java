package com.zenithcapital.analytics.counting;

/** An event that is kept aside, and why. */
record Filtered(Arrival arrival, String reason) {}
