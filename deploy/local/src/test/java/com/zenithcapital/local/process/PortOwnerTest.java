package com.zenithcapital.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PortOwnerTest {

    /** A listening socket as proc_net_tcp(5) shows it: port 0x1F90 is 8080. */
    private static final String LISTENING =
            "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1";

    private static final String CONNECTED =
            "   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 4712 1";

    @Test
    void the_process_that_listens_is_found_with_its_command() throws Exception {
        // Given
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            // When
            PortOwner owner = PortOwner.of(socket.getLocalPort()).orElseThrow();

            // Then
            assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(owner.command()).contains("java");
        }
    }

    @Test
    void a_port_that_nobody_listens_on_has_no_owner() throws Exception {
        // Given
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        // When, Then
        assertThat(PortOwner.of(closed)).isEmpty();
    }

    @Test
    void only_the_listening_socket_of_a_port_counts() {
        assertThat(PortOwner.listeningInode(LISTENING, 8080)).contains("4711");
        assertThat(PortOwner.listeningInode(CONNECTED, 8080)).isEmpty();
        assertThat(PortOwner.listeningInode(LISTENING, 8081)).isEmpty();
    }
}
