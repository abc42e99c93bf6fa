package com.zenithcapital.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    @Test
    void the_word_engine_races_the_engine_and_the_rest_is_for_maven() {
        assertThat(BenchCommand.mavenWords(List.of("engine", "-Dbench.sizes=FULL")))
                .contains("-Pbench-engine", "-Dbench.sizes=FULL")
                .doesNotContain("-Pbench", "engine");
    }

    @Test
    void the_word_insights_loads_the_readers_side() {
        assertThat(BenchCommand.mavenWords(List.of("insights", "-Dbench.insights=100000")))
                .contains("-Pbench-insights", "-Dbench.insights=100000")
                .doesNotContain("-Pbench", "insights");
    }

    @Test
    void the_word_queries_asks_analytics() {
        assertThat(BenchCommand.mavenWords(List.of("queries", "-Dbench.days=9")))
                .contains("-Pbench-queries", "-Dbench.days=9")
                .doesNotContain("-Pbench", "queries");
    }

    @Test
    void without_it_the_load_tests_run() {
        assertThat(BenchCommand.mavenWords(List.of("-Dbench.readers=5")))
                .contains("-Pbench", "-Dbench.readers=5")
                .doesNotContain("-Pbench-engine");
    }

    @Test
    void settings_for_maven_are_understood_as_such() {
        // Given
        CommandLine bench = new CommandLine(new BenchCommand()).setUnmatchedOptionsArePositionalParams(true);

        // When
        List<String> arguments = bench.parseArgs("engine", "-Dbench.sizes=FULL", "-o")
                .matchedPositional(0)
                .getValue();

        // Then
        assertThat(arguments).containsExactly("engine", "-Dbench.sizes=FULL", "-o");
    }
}
