package com.zenithcapital.workbook.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartNamesTest {

    @ParameterizedTest
    @CsvSource({
        "'',                      xl/workbook.xml,        xl/workbook.xml",
        "xl/workbook.xml,         worksheets/sheet1.xml,  xl/worksheets/sheet1.xml",
        "xl/workbook.xml,         /xl/styles.xml,         xl/styles.xml",
        "xl/worksheets/sheet1.xml,../media/image1.png,    xl/media/image1.png",
        "xl/workbook.xml,         ./a/./b.xml#there,      xl/a/b.xml",
        "xl/workbook.xml,         ../../../a.xml,         a.xml",
    })
    void a_target_is_seen_from_its_source(String source, String target, String part) {
        assertThat(PartNames.resolve(source, target)).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                       _rels/.rels",
        "xl/workbook.xml,          xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml, xl/worksheets/_rels/sheet1.xml.rels",
    })
    void relationships_lie_beside_their_source(String source, String relationships) {
        assertThat(PartNames.relationshipsOf(source)).isEqualTo(relationships);
        assertThat(PartNames.isRelationships(relationships)).isTrue();
        assertThat(PartNames.sourceOf(relationships)).isEqualTo(source);
    }

    @Test
    void an_escaped_name_is_unescaped_and_a_wrong_escape_kept() {
        assertThat(PartNames.unescape("xl/my%20sheet+1.xml")).isEqualTo("xl/my sheet+1.xml");
        assertThat(PartNames.unescape("xl/100%.xml")).isEqualTo("xl/100%.xml");
    }
}
