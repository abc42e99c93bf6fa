package com.zenithcapital.content.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTokenTest {

    private static final SecretKey KEY = key("a key of thirty-two bytes, or so.");
    private static final PreviewToken TOKEN = new PreviewToken(
            UUID.fromString("01920000-0000-7000-8000-000000000001"), 3, Instant.parse("2026-03-01T12:00:00.123456Z"));

    @Test
    void whatWasSignedIsRead() {
        // Given
        String text = TOKEN.write(KEY);

        // When
        var read = PreviewToken.read(text, KEY);

        // Then
        assertThat(read).contains(TOKEN);
        assertThat(text).matches("[A-Za-z0-9_-]{80}");
    }

    @ParameterizedTest
    @MethodSource("everyByte")
    void noByteOfItCanBeAnother(int place) {
        // Given
        byte[] bytes = Base64.getUrlDecoder().decode(TOKEN.write(KEY));
        bytes[place] ^= 1;

        // When
        var read = PreviewToken.read(Base64.getUrlEncoder().encodeToString(bytes), KEY);

        // Then
        assertThat(read).isEmpty();
    }

    static IntStream everyByte() {
        return IntStream.range(0, 60);
    }

    @Test
    void aTokenOfAnotherKeyIsNone() {
        // Given
        String foreign = TOKEN.write(key("another key of thirty-two bytes!"));

        // When
        var read = PreviewToken.read(foreign, KEY);

        // Then
        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 27, 28, 59, 61, 10_000})
    void whatIsNotAsLongIsNone(int length) {
        // Given
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);

        // When
        var read = PreviewToken.read(text, KEY);

        // Then
        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "==", "+", "/", "é", " "})
    void whatIsNotBase64UrlIsNone(String end) {
        // Given
        String text = TOKEN.write(KEY);

        // When
        var read = PreviewToken.read(text.substring(0, text.length() - end.length()) + end, KEY);

        // Then
        assertThat(read).isEmpty();
    }

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), PreviewToken.ALGORITHM);
    }
}
