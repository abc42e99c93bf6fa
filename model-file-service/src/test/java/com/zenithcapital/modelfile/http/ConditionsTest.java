package com.zenithcapital.modelfile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.server.jaxrs.HttpHeadersImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 13, against the ETag "abc". */
class ConditionsTest {

    private static final EntityTag TAG = new EntityTag("abc");

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "*", " * ", "\"x\", \"abc\"", "\"x,y\",W/\"abc\""})
    void ifNoneMatchComparesWeakly(String header) {
        assertThat(Conditions.of(headers("If-None-Match", header)).haveIt(TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ab\"", "abc", "", "\"\""})
    void anotherTagIsNoneOfOurs(String header) {
        assertThat(Conditions.of(headers("If-None-Match", header)).haveIt(TAG)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "*", "W/\"x\", \"abc\""})
    void ifMatchComparesStrongly(String header) {
        assertThat(Conditions.of(headers("If-Match", header)).haveIt(TAG)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"abc\"", "\"x\"", "abc"})
    void ifMatchThatNamesNothingHereFails(String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Conditions.of(headers("If-Match", header)).haveIt(TAG))
                .satisfies(problem -> assertThat(problem.problem()).isEqualTo(CommonProblem.PRECONDITION_FAILED));
    }

    @Test
    void aRangeCountsForTheVeryBytesItWasMeantFor() {
        assertThat(Conditions.of(headers("If-Range", "\"abc\"")).allowRange(TAG))
                .isTrue();
        assertThat(Conditions.of(headers("Accept", "*/*")).allowRange(TAG)).isTrue();
        assertThat(Conditions.of(headers("If-Range", "W/\"abc\"")).allowRange(TAG))
                .isFalse();
        assertThat(Conditions.of(headers("If-Range", "\"x\"")).allowRange(TAG)).isFalse();
        assertThat(Conditions.of(headers("If-Range", "Mon, 01 Jan 2024 00:00:00 GMT"))
                        .allowRange(TAG))
                .isFalse();
    }

    private static HttpHeaders headers(String name, String value) {
        return new HttpHeadersImpl(Map.of(name, value).entrySet());
    }
}
