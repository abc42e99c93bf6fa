package com.zenithcapital.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.part.PartPort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTableTest {

    @Test
    void people_find_the_gateway_at_8080() {
        assertThat(new PortTable(PortTable.DEFAULT_BASE).gateway()).isEqualTo(8080);
    }

    @Test
    void no_two_parts_share_a_port(@TempDir Path home) {
        // When
        List<Integer> ports = Stack.at(home, 20_000).parts().stream()
                .map(Part::ports)
                .flatMap(List::stream)
                .map(PartPort::number)
                .toList();

        // Then
        assertThat(ports).doesNotHaveDuplicates().hasSize(17);
    }

    @Test
    void another_base_moves_every_port(@TempDir Path home) {
        // When
        List<Integer> ports = Stack.at(home, 20_000).parts().stream()
                .map(Part::ports)
                .flatMap(List::stream)
                .map(PartPort::number)
                .toList();

        // Then
        assertThat(ports).allMatch(port -> port >= 20_000 && port < 20_000 + PortTable.WIDTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 80, 65_520, 70_000})
    void a_base_that_leaves_no_room_is_refused(int base) {
        assertThatThrownBy(() -> new PortTable(base)).hasMessageContaining("must be between 1024 and 65506");
    }
}
