package com.zenithcapital.modelfile.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * A published model.
 *
 * @param latestVersion the number of its newest public version
 * @param publishedAt when that became public
 */
record ModelCard(
        String slug, String title, String summary, List<String> tags, int latestVersion, Instant publishedAt) {}
