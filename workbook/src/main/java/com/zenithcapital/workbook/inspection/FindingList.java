package com.zenithcapital.workbook.inspection;

import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Findings in the order they were made, of each rule a limited number and then how many more there were. */
final class FindingList {

    static final int MOST_OF_A_RULE = 200;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);

    void add(Finding finding) {
        if (counts.merge(finding.rule(), 1, Integer::sum) <= MOST_OF_A_RULE) {
            findings.add(finding);
        }
    }

    /** More of a rule whose first ones have been added. */
    void count(Rule rule, int more) {
        counts.merge(rule, more, Integer::sum);
    }

    void addHidden(SheetPart sheet) {
        switch (sheet.visibility()) {
            case VISIBLE -> {
                // As it should be.
            }
            case HIDDEN -> add(Finding.ofSheet(Rule.HIDDEN_SHEET, sheet.name(), "The sheet is hidden."));
            case VERY_HIDDEN ->
                add(Finding.ofSheet(
                        Rule.VERY_HIDDEN_SHEET,
                        sheet.name(),
                        "The sheet is hidden so that Excel's menus do not show it."));
        }
    }

    List<Finding> toList() {
        List<Finding> all = new ArrayList<>(findings);
        counts.forEach((rule, count) -> {
            if (count > MOST_OF_A_RULE) {
                all.add(Finding.ofWorkbook(rule, "%d more of this kind.".formatted(count - MOST_OF_A_RULE)));
            }
        });
        return all;
    }
}
