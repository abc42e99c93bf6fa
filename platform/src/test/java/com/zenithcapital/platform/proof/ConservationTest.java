package com.zenithcapital.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.platform.proof.Conservation.Discrepancy.Doubled;
import com.zenithcapital.platform.proof.Conservation.Discrepancy.Missing;
import com.zenithcapital.platform.proof.Conservation.Discrepancy.Stranger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConservationTest {

    @Test
    void holdsWhenEveryLedgerHasEachAcceptedKeyOnce() {
        Conservation conservation = Conservation.of(List.of("a", "b"))
                .exactlyOnce("row", () -> List.of("b", "a"))
                .exactlyOnce("mail", () -> List.of("a", "b"));

        assertThatCode(conservation::check).doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsMissingDoubledAndUnknownInEachLedger() {
        Conservation conservation = Conservation.of(List.of("a", "b", "c"))
                .exactlyOnce("row", () -> List.of("a", "b", "b", "b", "c"))
                .exactlyOnce("mail", () -> List.of("c", "x", "a"));

        assertThat(conservation.discrepancies())
                .containsExactlyInAnyOrder(
                        new Doubled("row", "b", 3), new Missing("mail", "b"), new Stranger("mail", "x"));
    }

    @Test
    void failsWithAListThatCanBeReadAfterwards() {
        Conservation conservation =
                Conservation.of(List.of("job-1", "job-2")).exactlyOnce("mail", () -> List.of("job-2", "job-2"));

        assertThatThrownBy(conservation::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 accepted, 2 wrong")
                .hasMessageContaining("missing  mail  job-1")
                .hasMessageContaining("doubled  mail  job-2  (2 times)");
    }

    @Test
    void whatWasAcceptedTwiceIsExpectedOnce() {
        Conservation conservation = Conservation.of(List.of("a", "a")).exactlyOnce("row", () -> List.of("a"));

        assertThat(conservation.discrepancies()).isEmpty();
    }

    @Test
    void nothingAcceptedMeansThatNothingMayBeThere() {
        Conservation conservation = Conservation.of(List.of()).exactlyOnce("object", () -> List.of("left-behind"));

        assertThat(conservation.discrepancies()).containsExactly(new Stranger("object", "left-behind"));
    }

    @Test
    void anItemWithoutAKeyIsNoEntryOfTheLedger() {
        Ledger ledger = Ledger.of(
                () -> List.of("Accepted: a", "Newsletter"),
                subject -> Optional.of(subject)
                        .filter(text -> text.startsWith("Accepted: "))
                        .map(text -> text.substring(10)));

        assertThat(ledger.keys()).containsExactly("a");
    }
}
