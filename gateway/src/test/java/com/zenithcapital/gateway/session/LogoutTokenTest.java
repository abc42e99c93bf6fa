package com.zenithcapital.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutTokenTest {

    private static final String EVENTS = "\"events\":{\"http://schemas.openid.net/event/backchannel-logout\":{}}";

    private static String token(String claims) {
        return "e30.%s.c2ln".formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)));
    }

    @Test
    void itNamesASessionOrAUser() {
        assertThat(LogoutToken.of(token("{\"sid\":\"one\",\"sub\":\"ana\",%s}".formatted(EVENTS))))
                .isEqualTo(new LogoutToken("one", "ana"));
        assertThat(LogoutToken.of(token("{\"sub\":\"ana\",%s}".formatted(EVENTS))))
                .isEqualTo(new LogoutToken(null, "ana"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sid\":\"one\",\"sub\":\"ana\"}",
                "{\"sid\":\"one\",\"events\":{\"another\":{}}}",
                "{" + EVENTS + "}",
                "{\"sid\":\"one\",\"nonce\":\"n\"," + EVENTS + "}"
            })
    void anotherTokenOfTheSameProviderIsNone(String claims) {
        assertThatThrownBy(() -> LogoutToken.of(token(claims))).isInstanceOf(IllegalArgumentException.class);
    }
}
