package com.zenithcapital.content.insight;

import java.time.Instant;

/** Somebody who did not write it stands in for one revision. */
public record Approval(int revision, Person by, Instant at) {}
