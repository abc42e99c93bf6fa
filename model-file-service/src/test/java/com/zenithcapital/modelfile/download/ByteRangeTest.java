package com.zenithcapital.modelfile.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.download.ByteRange.Part;
import com.zenithcapital.modelfile.download.ByteRange.Unsatisfiable;
import com.zenithcapital.modelfile.download.ByteRange.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14, over a file of a hundred bytes. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-1000, 90, 99",
        "bytes=99-99, 99, 99",
        "bytes=-10, 90, 99",
        "bytes=-1000, 0, 99",
        "bytes= 1-2 , 1, 2"
    })
    void oneRangeThatTheFileHasIsAPart(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void oneRangeThatItHasNotIsUnsatisfiable(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=a-b",
                "items=0-1",
                "bytes=0-1,5-6",
                "bytes=+1-2",
                "bytes=99999999999999999999-"
            })
    void whatIsMalformedOrManyIsIgnored(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new Whole());
    }

    @Test
    void noHeaderAsksForAll() {
        assertThat(ByteRange.parse(null, 100)).isEqualTo(new Whole());
    }
}
