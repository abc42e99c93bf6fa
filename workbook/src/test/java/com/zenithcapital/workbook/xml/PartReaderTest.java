package com.zenithcapital.workbook.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartReaderTest {

    private static final String TOO_LONG = "x".repeat(PartReader.MOST_BYTES_OF_ONE_PIECE + 10_000);

    private static PartReader read(String xml) {
        return new PartReader("xl/part.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void isRefused(String xml, Rejection rejection) {
        assertThatExceptionOfType(WorkbookRejectedException.class)
                .isThrownBy(() -> {
                    try (PartReader reader = read(xml)) {
                        reader.readToEnd();
                    }
                })
                .satisfies(refused -> assertThat(refused.rejection()).isEqualTo(rejection))
                .withMessageContaining("xl/part.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a[<!ENTITY b \"c\">]><a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1/\"> %b;]><a/>",
                "<?xml version=\"1.0\"?><!-- c --><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"
            })
    void a_document_type_declaration_is_refused(String xml) {
        isRefused(xml, Rejection.DTD_NOT_ALLOWED);
    }

    @Test
    void a_document_type_declaration_in_utf_16_is_refused() {
        byte[] xml = "\uFEFF<!DOCTYPE a[<!ENTITY b \"c\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_16LE);

        assertThatExceptionOfType(WorkbookRejectedException.class)
                .isThrownBy(() -> new PartReader("xl/part.xml", new ByteArrayInputStream(xml)).readToEnd())
                .satisfies(refused -> assertThat(refused.rejection()).isEqualTo(Rejection.DTD_NOT_ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "<a>",
                "<a></b>",
                "<a/><a/>",
                "<a b=\"1\" b=\"2\"/>",
                "<p:a/>",
                "<a>&undefined;</a>",
                "<a>\u0001</a>",
                "<a b=c/>",
                "<?xml version=\"1.0\" encoding=\"nonsense-8\"?><a/>"
            })
    void malformed_xml_is_corrupt(String xml) {
        isRefused(xml, Rejection.CORRUPT);
    }

    @Test
    void a_text_that_is_no_utf_8_is_corrupt() {
        byte[] xml = {'<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>'};

        assertThatExceptionOfType(WorkbookRejectedException.class)
                .isThrownBy(() -> {
                    PartReader reader = new PartReader("xl/part.xml", new ByteArrayInputStream(xml));
                    reader.nextElement();
                    reader.readText(new StringBuilder());
                })
                .satisfies(refused -> assertThat(refused.rejection()).isEqualTo(Rejection.CORRUPT));
    }

    @Test
    void a_text_without_end_is_refused() {
        isRefused("<a>" + TOO_LONG + "</a>", Rejection.UNPROCESSABLE);
    }

    @Test
    void an_attribute_without_end_is_refused() {
        isRefused("<a b=\"" + TOO_LONG + "\"/>", Rejection.UNPROCESSABLE);
    }

    @Test
    void an_attribute_full_of_brackets_is_refused() {
        isRefused("<a b=\"" + TOO_LONG.replace('x', '>') + "\"/>", Rejection.UNPROCESSABLE);
    }

    @Test
    void a_comment_without_end_is_refused() {
        isRefused("<a><!--" + TOO_LONG + "--></a>", Rejection.UNPROCESSABLE);
    }

    @Test
    void a_name_without_end_is_refused() {
        isRefused("<" + TOO_LONG + "/>", Rejection.UNPROCESSABLE);
    }

    @Test
    void a_text_in_many_pieces_is_refused_once_it_is_too_long() {
        String piece = "<![CDATA[" + "x".repeat(100_000) + "]]><!-- -->";

        assertThatExceptionOfType(WorkbookRejectedException.class)
                .isThrownBy(() -> {
                    PartReader reader = read("<a>" + piece.repeat(30) + "</a>");
                    reader.nextElement();
                    reader.readText(new StringBuilder());
                })
                .satisfies(refused -> assertThat(refused.rejection()).isEqualTo(Rejection.UNPROCESSABLE));
    }

    @Test
    void elements_nested_too_deep_are_refused() {
        isRefused("<a>".repeat(PartReader.DEEPEST + 1), Rejection.UNPROCESSABLE);
    }

    @Test
    void elements_nested_as_deep_as_allowed_are_read() {
        try (PartReader reader = read("<a>".repeat(PartReader.DEEPEST) + "</a>".repeat(PartReader.DEEPEST))) {
            reader.readToEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<e%d/>", "<e a%d=\"\"/>", "<e xmlns:p%d=\"urn:p\"/>", "<?p%d ?>"})
    void too_many_different_names_are_refused(String pattern) {
        String many = IntStream.rangeClosed(0, PartReader.MOST_NAMES)
                .mapToObj(pattern::formatted)
                .collect(Collectors.joining());

        isRefused("<a>" + many + "</a>", Rejection.UNPROCESSABLE);
    }

    @Test
    void every_combination_of_prefix_and_name_counts() {
        int side = 50;
        String declarations = IntStream.range(0, side)
                .mapToObj(" xmlns:p%1$d=\"urn:%1$d\""::formatted)
                .collect(Collectors.joining());
        String elements = IntStream.range(0, side * side)
                .mapToObj(index -> "<p%d:e%d/>".formatted(index / side, index % side))
                .collect(Collectors.joining());

        isRefused("<a" + declarations + ">" + elements + "</a>", Rejection.UNPROCESSABLE);
    }

    @Test
    void few_names_of_great_length_are_refused() {
        String many = IntStream.range(0, 20)
                .mapToObj(index -> "<e%s%d/>".formatted("x".repeat(10_000), index))
                .collect(Collectors.joining());

        isRefused("<a>" + many + "</a>", Rejection.UNPROCESSABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {PartReader.MOST_ATTRIBUTES + 1, 15_000, 100_000})
    @Timeout(10)
    void an_element_with_too_many_attributes_is_refused_before_its_square_is_felt(int count) {
        String attributes = IntStream.range(0, count)
                .mapToObj(index -> " x%s=\"\"".formatted(Integer.toString(index, 36)))
                .collect(Collectors.joining());

        isRefused("<a%s/>".formatted(attributes), Rejection.UNPROCESSABLE);
    }

    @Test
    void as_many_attributes_as_allowed_are_read() {
        String attributes = IntStream.range(0, PartReader.MOST_ATTRIBUTES)
                .mapToObj(" x%d=\"\""::formatted)
                .collect(Collectors.joining());

        try (PartReader reader = read("<a%s/>".formatted(attributes))) {
            reader.readToEnd();
        }
    }

    @Test
    void text_is_read_across_entities_and_sections() {
        StringBuilder text = new StringBuilder();
        try (PartReader reader = read("<a>one &amp; <![CDATA[<two>]]><b>not this</b> &#x33;</a>")) {
            reader.nextElement();

            reader.readText(text);
        }

        assertThat(text).hasToString("one & <two> 3");
    }

    @Test
    void what_is_wrong_is_said_with_its_place() {
        try (PartReader reader = read("<a>\n  <b/>\n</a>")) {
            reader.nextElement();
            reader.nextElement();

            WorkbookRejectedException refused = reader.corrupt("it is wrong");

            assertThat(refused.detail()).contains("xl/part.xml", "line 2", "it is wrong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", " A1", "A1 ", "A 1", "", " ", "\uD83D\uDE00"})
    void an_attribute_in_place_is_the_attribute(String value) {
        // Given: what an earlier element left in the parser's buffer, and neighbours with white space of their own
        PartReader reader = read("<a r='          '><b p='x ' q='%s' r=' y'/><b q='%s'/></a>".formatted(value, value));
        reader.nextElement();

        for (int index : new int[] {1, 0}) {
            // When
            reader.nextElement();

            // Then
            assertThat(reader.attributeInPlace(index)).hasToString(value).hasSameSizeAs(value);
            assertThat(reader.attribute(index)).isEqualTo(value);
        }
    }
}
