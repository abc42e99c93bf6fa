package com.zenithcapital.analytics.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.analytics.origin.Campaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example, /",
        "https://a.example/, /",
        "https://a.example?x=1, /",
        "https://a.example#f, /",
        "HTTPS://A.example:8443/Path/, /Path",
        "https://user:pw@a.example/p, /p",
        "/, /",
        "///, /",
        "/a/b///, /a/b",
        "/a?b=c/d#e, /a",
        "/a#b?c, /a",
        "/%7euser/%41%2f%c3%a4, /~user/A%2F%C3%A4",
        "/ä b, /%C3%A4%20b",
        "'/a%zz%', /a%25zz%25",
        "'/a<\"\\', /a%3C%22%5C",
        "/a;b=c/@d:e, /a;b=c/@d:e"
    })
    void aPathHasOneForm(String url, String path) {
        // When
        PageAddress page = requireNonNull(PageAddress.of(url));

        // Then
        assertThat(page.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"'/%E2%82%AC', '/€'", "'/A', '/%41'", "'/a%20b', '/a b'"})
    void twoWaysToWriteOnePathAreOne(String one, String other) {
        // When
        String path = requireNonNull(PageAddress.of(one)).path();

        // Then
        assertThat(path).isEqualTo(requireNonNull(PageAddress.of(other)).path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a/b",
                "ftp://a/b",
                "https:/a",
                "https://",
                "https:///a",
                "https://?x",
                "mailto:a@b",
                "data:,x"
            })
    void otherAddressesAreNone(String url) {
        // When
        boolean none = PageAddress.of(url) == null;

        // Then
        assertThat(none).isTrue();
    }

    @Test
    void theCampaignIsReadFromTheQuery() {
        // When
        PageAddress page = requireNonNull(
                PageAddress.of(
                        "/a?x=secret&utm_source=march%20letter&utm_medium=e+mail&utm_campaign=%F0%9F%93%88%00&utm_term=x#utm_source=y"));

        // Then
        assertThat(page.campaign()).isEqualTo(new Campaign("march letter", "e mail", "\uD83D\uDCC8"));
    }

    @Test
    void aLongCampaignIsCutAndABrokenOneKept() {
        // When
        PageAddress page =
                requireNonNull(PageAddress.of("/?utm_source=" + "s".repeat(300) + "&utm_medium=%zz&utm_campaign="));

        // Then
        assertThat(page.campaign()).isEqualTo(new Campaign("s".repeat(200), "%zz", null));
    }
}
