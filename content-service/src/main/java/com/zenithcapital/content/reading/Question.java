package com.zenithcapital.content.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a reader looks for, as the database understands it.
 *
 * @param asked when, by the database's clock
 * @param query a tsquery
 * @param corrected for each word that no text has, those it was taken to mean
 */
record Question(Instant asked, String query, Map<String, List<String>> corrected) {}
