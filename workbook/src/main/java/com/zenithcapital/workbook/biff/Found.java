package com.zenithcapital.workbook.biff;

import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found so far. A record of four bytes is enough for a finding, so of each rule the first are kept. */
final class Found {

    /** As many as an inspection lists. */
    private static final int MOST_OF_A_RULE = 200;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);

    void add(Finding finding) {
        if (counts.merge(finding.rule(), 1, Integer::sum) <= MOST_OF_A_RULE) {
            kept.add(finding);
        }
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    int count(Rule rule) {
        return counts.getOrDefault(rule, 0);
    }

    /** How many of each rule there are beside the kept ones. */
    Map<Rule, Integer> more() {
        Map<Rule, Integer> more = new EnumMap<>(Rule.class);
        counts.forEach((rule, count) -> {
            if (count > MOST_OF_A_RULE) {
                more.put(rule, count - MOST_OF_A_RULE);
            }
        });
        return more;
    }
}
