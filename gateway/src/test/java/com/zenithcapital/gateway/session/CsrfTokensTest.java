package com.zenithcapital.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsrfTokensTest {

    private final Session session = Sessions.of("one", "ana", Instant.EPOCH);
    private final CsrfTokens tokens = new CsrfTokens(Configured.with(Configured.SECRET));

    @Test
    void aSessionsTokenIsTheSameEachTimeAndFitsIt() {
        assertThat(tokens.of(session)).isEqualTo(tokens.of(session)).hasSize(43);
        assertThat(tokens.fits(List.of(tokens.of(session)), session)).isTrue();
    }

    @Test
    void anotherSessionsTokenDoesNotFitThoughItIsTheSameUsers() {
        // Given
        Session other = Sessions.of("two", "ana", Instant.EPOCH);

        // When, Then
        assertThat(tokens.fits(List.of(tokens.of(other)), session)).isFalse();
    }

    @Test
    void norOneByAnotherSecret() {
        // Given
        CsrfTokens others = new CsrfTokens(Configured.with("fedcba9876543210fedcba9876543210"));

        // When, Then
        assertThat(tokens.fits(List.of(others.of(session)), session)).isFalse();
    }

    @Test
    void norNoneNorTwoNorAPart() {
        String token = tokens.of(session);
        assertThat(tokens.fits(List.of(), session)).isFalse();
        assertThat(tokens.fits(List.of(""), session)).isFalse();
        assertThat(tokens.fits(List.of(token, token), session)).isFalse();
        assertThat(tokens.fits(List.of(token.substring(1)), session)).isFalse();
    }

    @Test
    void aSecretThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> new CsrfTokens(Configured.with("secret")))
                .hasMessageContaining("zenith.gateway.session.secret");
    }
}
