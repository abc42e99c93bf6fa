package com.zenithcapital.modelfile.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"8e03978e-40d5-43dd-bc93-6894a57f9324", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""})
    void quotedOrBareItIsTheSame(String header) {
        assertThat(IdempotencyKey.parse(header)).contains(new IdempotencyKey("8e03978e-40d5-43dd-bc93-6894a57f9324"));
    }

    @Test
    void noHeaderIsNoKey() {
        assertThat(IdempotencyKey.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "two words", "ümlaut"})
    void anythingElseIsRefused(String header) {
        assertThatThrownBy(() -> IdempotencyKey.parse(header)).isInstanceOf(ProblemException.class);
    }
}
