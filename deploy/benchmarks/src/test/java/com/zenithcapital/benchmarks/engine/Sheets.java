package com.zenithcapital.benchmarks.engine;

import com.zenithcapital.workbook.inspection.InParallel;
import java.util.List;

/** The sheets of a workbook, one after the other, or two at a time as the engine takes them. */
final class Sheets {

    private Sheets() {}

    static Count read(int threads, List<InParallel.Task<Count>> sheets) throws Exception {
        Count sum = Count.NOTHING;
        if (threads == 1) {
            for (InParallel.Task<Count> sheet : sheets) {
                sum = sum.plus(sheet.work().call());
            }
        } else {
            for (Count count : InParallel.run(sheets)) {
                sum = sum.plus(count);
            }
        }
        return sum;
    }
}
