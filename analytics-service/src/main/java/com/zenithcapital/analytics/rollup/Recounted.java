package com.zenithcapital.analytics.rollup;

import java.time.LocalDate;

/**
 * What a recount found.
 *
 * @param quarters cells that differ, or differed, from what the raw events come to; days likewise
 * @param ways ways of visits that do
 * @param corrected whether they are right now; false for a dry run
 */
public record Recounted(LocalDate day, int quarters, int days, int ways, boolean corrected) {

    public int differing() {
        return quarters + days + ways;
    }
}
