package com.zenithcapital.local.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MimeTest {

    @Test
    void thePlainPartOfAnAlternativeIsRead() {
        // Given
        String message = """
                Subject: Accepted
                Content-Type: multipart/alternative;
                 boundary="--=_part"

                ----=_part
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Caf=C3=A9 =E2=80=93 14 sheets, a line that is br=
                oken
                ----=_part
                Content-Type: text/html; charset=utf-8

                <p>no</p>
                ----=_part--
                """.replace("\n", "\r\n");

        // When
        String text = Mime.plainText(message);

        // Then
        assertThat(text.strip()).isEqualTo("Café – 14 sheets, a line that is broken");
    }

    @Test
    void aMessageWithoutPartsIsRead() {
        // Given
        String message = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\nQ2Fmw6k=\n";

        // When
        String text = Mime.plainText(message);

        // Then
        assertThat(text).isEqualTo("Café");
    }

    @Test
    void eightBitTextIsReadFromItsBytes() {
        // Given: as the mail catcher hands it out, a char a byte
        String body = new String("Café".getBytes(UTF_8), ISO_8859_1);
        String message = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" + body;

        // When
        String text = Mime.plainText(message);

        // Then
        assertThat(text).isEqualTo("Café");
    }

    @Test
    void textInsideNestedPartsIsFound() {
        // Given
        String message = """
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain

                found
                --inner--
                --outer--
                """;

        // When
        String text = Mime.plainText(message);

        // Then
        assertThat(text.strip()).isEqualTo("found");
    }

    @Test
    void encodedWordsOfAHeaderAreRead() {
        // When
        String subject = Mime.headerText("Accepted: =?UTF-8?Q?Caf=C3=A9_model?= =?utf-8?B?wqAx?=");

        // Then
        assertThat(subject).isEqualTo("Accepted: Café model\u00a01");
    }

    @Test
    void aMessageWithoutTextIsEmpty() {
        // When
        String text = Mime.plainText("Content-Type: text/html\n\n<p>no</p>");

        // Then
        assertThat(text).isEmpty();
    }
}
