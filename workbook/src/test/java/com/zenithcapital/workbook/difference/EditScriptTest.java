package com.zenithcapital.workbook.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditScriptTest {

    private static int[] kept(String before, String after) {
        return EditScript.kept(before.length(), after.length(), (old, now) -> before.charAt(old) == after.charAt(now));
    }

    /** Myers' own example among them. */
    @ParameterizedTest
    @CsvSource({"abcabba,cbabac,4", "abc,abc,3", "abc,xyz,0", "aaaa,aa,2", "aaxaa,aaaa,4", "a,ab,1", "ba,a,1"})
    void what_stays_is_as_long_as_can_be(String before, String after, int length) {
        int[] kept = kept(before, after);

        int total = 0;
        int oldEnd = 0;
        int newEnd = 0;
        for (int run = 0; run < kept.length; run += 3) {
            assertThat(kept[run]).isGreaterThanOrEqualTo(oldEnd);
            assertThat(kept[run + 1]).isGreaterThanOrEqualTo(newEnd);
            oldEnd = kept[run] + kept[run + 2];
            newEnd = kept[run + 1] + kept[run + 2];
            assertThat(before.substring(kept[run], oldEnd)).isEqualTo(after.substring(kept[run + 1], newEnd));
            total += kept[run + 2];
        }
        assertThat(total).isEqualTo(length);
    }

    @Test
    void nothing_is_kept_of_or_in_nothing() {
        assertThat(kept("", "abc")).isEmpty();
        assertThat(kept("abc", "")).isEmpty();
    }

    @Test
    void long_sequences_with_little_in_common_are_given_up() {
        Random random = new Random(1);
        int[] before = random.ints(500_000, 0, 3).toArray();
        int[] after = random.ints(500_000, 0, 3).toArray();

        assertThat(EditScript.kept(before.length, after.length, (old, now) -> before[old] == after[now]))
                .isEmpty();
    }
}
