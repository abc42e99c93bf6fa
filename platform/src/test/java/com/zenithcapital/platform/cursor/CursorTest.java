package com.zenithcapital.platform.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorTest {

    @Test
    void whatIsDecodedIsWhatWasEncoded() {
        UUID id = Ids.next();
        Instant at = Instant.parse("2026-01-31T08:30:00.123456Z");
        String text = Cursor.of("models", at, id, 42, "Größe/名").encode();

        Cursor cursor = Cursor.decode("models", text).orElseThrow();

        assertThat(cursor.instant(0)).isEqualTo(at);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(42);
        assertThat(cursor.text(3)).isEqualTo("Größe/名");
    }

    @Test
    void itIsOneWordThatNeedsNoEscapeInAnAddress() {
        String text = Cursor.of("models", "a/b?c=d&e f+~ü").encode();

        assertThat(text).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void noneGivenIsNone() {
        assertThat(Cursor.decode("models", null)).isEmpty();
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String text = Cursor.of("insights", 1).encode();

        assertRefused(() -> Cursor.decode("models", text));
    }

    static Stream<String> garbage() {
        byte[] other = {2, 0, 1, 'm'};
        return Stream.of(
                "",
                "garbage",
                "%%%",
                "AAAA",
                "a".repeat(10_000),
                Base64.getUrlEncoder().encodeToString(other));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void garbageIsRefused(String text) {
        assertRefused(() -> Cursor.decode("models", text));
    }

    @Test
    void aCursorWithAnyCharacterChangedIsRefused() {
        String text = Cursor.of("models", Ids.next()).encode();

        // The last one holds bits that belong to no byte.
        IntStream.range(0, text.length() - 1).forEach(index -> {
            char changed = text.charAt(index) == 'A' ? 'B' : 'A';
            String tampered = text.substring(0, index) + changed + text.substring(index + 1);
            assertRefused(() -> Cursor.decode("models", tampered));
        });
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        Cursor cursor = Cursor.of("models", "not a time");

        assertRefused(() -> cursor.instant(0));
        assertRefused(() -> cursor.uuid(0));
        assertRefused(() -> cursor.number(0));
        assertRefused(() -> cursor.text(1));
    }

    @ParameterizedTest
    @MethodSource
    void aTimeThatNoItemCanHaveIsRefused(Instant time) {
        Cursor cursor = Cursor.of("models", time);

        assertRefused(() -> cursor.instant(0));
    }

    static List<Instant> aTimeThatNoItemCanHaveIsRefused() {
        return List.of(Instant.MAX, Instant.MIN, Instant.parse("+10000-01-01T00:00:00Z"));
    }

    @Test
    void aPageHasACursorWhenThereIsMore() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), new Limit(2), item -> Cursor.of("numbers", item));

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.decode("numbers", page.next())).contains(Cursor.of("numbers", 2));
    }

    @Test
    void theLastPageHasNoCursor() {
        Page<Integer> page = Page.of(List.of(1, 2), new Limit(2), item -> Cursor.of("numbers", item));

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.next()).isNull();
    }

    @Test
    void aLimitThatIsNotGivenIsTwenty() {
        assertThat(Limit.parse(null).value()).isEqualTo(20);
    }

    private static void assertRefused(ThrowingCallable decoding) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(decoding)
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.INVALID_CURSOR));
    }
}
