package com.zenithcapital.content.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a reader looks for, as the database understands it.
 *
 * @param asked when, by the database's clock
 * @param query a tsquery
 * @param words the same, with phrases taken for their words: what an index can find without a look at each text
 * @param corrected for each word that no text has, those it was taken to mean
 */
record Question(Instant asked, String query, String words, Map<String, List<String>> corrected) {}
