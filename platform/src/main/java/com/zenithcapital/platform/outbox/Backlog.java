package com.zenithcapital.platform.outbox;

import java.time.Instant;
import java.util.Optional;

/** How many events wait, and since when the oldest does. */
record Backlog(long depth, Optional<Instant> oldest) {}
