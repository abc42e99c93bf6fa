package com.zenithcapital.modelfile.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.download.Ranges.Refused;
import com.zenithcapital.modelfile.download.Ranges.Several;
import com.zenithcapital.modelfile.download.Ranges.Single;
import com.zenithcapital.modelfile.download.Ranges.Whole;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14, over a file of ten thousand bytes. */
class RangesTest {

    private static final long SIZE = 10_000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-, 0, 9999",
        "bytes=10-19, 10, 19",
        "bytes=9000-100000, 9000, 9999",
        "bytes=9999-9999, 9999, 9999",
        "bytes=-10, 9990, 9999",
        "bytes=-100000, 0, 9999",
        "bytes= 1-2 , 1, 2",
        "BYTES=1-2, 1, 2",
        "'bytes=,1-2,', 1, 2",
        "'bytes=1-2,10000-', 1, 2"
    })
    void oneRangeThatTheFileHasIsOnePart(String header, long first, long last) {
        assertThat(Ranges.parse(header, SIZE)).isEqualTo(new Single(new ByteRange(first, last)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=10000-", "bytes=10000-20000", "bytes=-0", "bytes=999999999999999999-", "bytes=-0,10000-"})
    void whatTheFileHasNotIsRefused(String header) {
        assertThat(Ranges.parse(header, SIZE)).isEqualTo(new Refused("The file has 10000 bytes."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=,",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "bytes=0-1,b",
                "bytes=0-1 5-6",
                "items=0-1",
                "bytes=+1-2",
                "bytes=99999999999999999999-"
            })
    void whatIsMalformedIsIgnored(String header) {
        assertThat(Ranges.parse(header, SIZE)).isEqualTo(new Whole());
    }

    @Test
    void noHeaderAsksForAll() {
        assertThat(Ranges.parse(null, SIZE)).isEqualTo(new Whole());
    }

    @Test
    void severalRangesComeAsTheyWereAskedFor() {
        assertThat(Ranges.parse("bytes=5000-5099, 0-99, -1", SIZE)).isEqualTo(several(5000, 5099, 0, 99, 9999, 9999));
    }

    @Test
    void whatOverlapsOrNearlyTouchesIsSentOnce() {
        assertThat(Ranges.parse("bytes=0-99,50-149", SIZE)).isEqualTo(new Single(new ByteRange(0, 149)));
        assertThat(Ranges.parse("bytes=0-99,100-199", SIZE)).isEqualTo(new Single(new ByteRange(0, 199)));
        assertThat(Ranges.parse("bytes=0-99,227-300", SIZE)).isEqualTo(new Single(new ByteRange(0, 300)));
        assertThat(Ranges.parse("bytes=0-99,228-300", SIZE)).isEqualTo(several(0, 99, 228, 300));
        assertThat(Ranges.parse("bytes=4000-4099,8000-8099,4050-4149", SIZE))
                .isEqualTo(several(4000, 4149, 8000, 8099));
        assertThat(Ranges.parse("bytes=0-5000,100-200", SIZE)).isEqualTo(new Single(new ByteRange(0, 5000)));
    }

    @Test
    void whatOnlyABrokenOrHostileClientAsksForIsRefused() {
        String seventeen = IntStream.range(0, 17)
                .mapToObj(i -> "%d-%d".formatted(i * 500, i * 500 + 1))
                .collect(Collectors.joining(","));

        assertThat(Ranges.parse("bytes=" + seventeen, SIZE)).isInstanceOf(Refused.class);
        assertThat(Ranges.parse("bytes=0-,0-,0-", SIZE)).isInstanceOf(Refused.class);
        assertThat(Ranges.parse("bytes=0-100,50-150,90-200", SIZE)).isInstanceOf(Refused.class);
    }

    @Test
    void sixteenRangesAreAnswered() {
        String sixteen = IntStream.range(0, 16)
                .mapToObj(i -> "%d-%d".formatted(i * 500, i * 500 + 1))
                .collect(Collectors.joining(","));

        assertThat(Ranges.parse("bytes=" + sixteen, SIZE))
                .isInstanceOfSatisfying(
                        Several.class, several -> assertThat(several.parts()).hasSize(16));
    }

    private static Several several(long... ends) {
        return new Several(IntStream.range(0, ends.length / 2)
                .mapToObj(i -> new ByteRange(ends[2 * i], ends[2 * i + 1]))
                .toList());
    }
}
