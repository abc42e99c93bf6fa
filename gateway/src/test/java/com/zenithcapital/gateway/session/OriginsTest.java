package com.zenithcapital.gateway.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are let pass is tested on the running gateway. */
class OriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.zenith.example/", "www.zenith.example", "*", "https://", "ftp://zenith.example"})
    void whatIsNoOriginKeepsTheGatewayFromStarting(String wrong) {
        assertThatThrownBy(() -> new Origins(Configured.ofOrigins(wrong))).isInstanceOf(IllegalArgumentException.class);
    }
}
