package com.zenithcapital.analytics.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentsTest {

    private static final Agents AGENTS = new Agents();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36|Chrome|Windows|desktop",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0|Edge|Windows|desktop",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox|Linux|desktop",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15|Safari|macOS|desktop",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36|Chrome|Chrome OS|desktop",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1|Safari|iOS|mobile",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36|Chrome|Android|mobile",
                "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0|Firefox|Android|mobile",
                "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36|Chrome|Android|mobile",
                "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1|Safari|iOS|tablet",
                "Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36|Chrome|Android|tablet"
            })
    void aBrowserIsReadAsOne(String text, String browser, String system, String device) {
        // When
        Agent agent = AGENTS.of(text);

        // Then
        assertThat(agent).isEqualTo(new Agent(browser, system, device, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (SMART-TV; Linux; Tizen 8.0) AppleWebKit/537.36 (KHTML, like Gecko) 108.0.5359.1/8.0 TV Safari/537.36",
                "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.5359.211 Safari/537.36",
                "Mozilla/5.0 (Linux; Android 9; AFTS Build/PS7233) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0 Safari/537.36"
            })
    void aTelevisionIsOne(String text) {
        // When
        Agent agent = AGENTS.of(text);

        // Then
        assertThat(agent.device()).isEqualTo("tv");
        assertThat(agent.robot()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "curl/8.5.0",
                "Wget/1.21.4",
                "python-requests/2.32.0",
                "Python-urllib/3.12",
                "Go-http-client/2.0",
                "Java-http-client/25",
                "Java/25",
                "Apache-HttpClient/4.5.14 (Java/25)",
                "okhttp/4.12.0",
                "node-fetch/1.0",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "facebookexternalhit/1.1",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/138.0.0.0 Safari/537.36",
                "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
                "wrk/4.1.0"
            })
    void aProgramIsARobot(@Nullable String text) {
        // When
        Agent agent = AGENTS.of(text);

        // Then
        assertThat(agent.robot()).isTrue();
        assertThat(agent.device()).isEqualTo("other");
    }

    @Test
    @Timeout(10)
    void noTextWearsTheExpressionsOut() {
        // When
        for (String part :
                new String[] {"a", " ", "(", "Mozilla/5.0 (", "; ", "Build/", "1.", "Version/1 ", "SMART-TV; Tizen"}) {
            Agent agent = AGENTS.of(part.repeat(60_000 / part.length()));

            // Then
            assertThat(agent.device()).isNotNull();
        }
    }
}
