package com.zenithcapital.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.local.binaries.Repository;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmTest {

    private static final Map<String, Set<String>> PEOPLE = Map.of(
            "ana", Set.of("analyst"),
            "eddie", Set.of("editor"),
            "ada", Set.of("admin"),
            "rhea", Set.of("reader"),
            "max", Set.of("reader", "analyst", "editor", "admin"));

    private JsonNode realm;

    @BeforeEach
    void readRealm() throws IOException {
        realm = new ObjectMapper()
                .readTree(Repository.root()
                        .resolve("deploy/realm/zenith-realm.json")
                        .toFile());
    }

    @Test
    void each_person_has_the_roles_that_are_promised_and_no_other() {
        assertThat(realm.path("users").valueStream())
                .allSatisfy(user -> assertThat(user.path("realmRoles").valueStream())
                        .extracting(JsonNode::asText)
                        .filteredOn(role -> !role.equals("default-roles-zenith"))
                        .containsExactlyInAnyOrderElementsOf(
                                PEOPLE.getOrDefault(user.path("username").asText(), Set.of())));
        assertThat(realm.path("users")
                        .valueStream()
                        .map(user -> user.path("username").asText()))
                .containsExactlyInAnyOrderElementsOf(PEOPLE.keySet());
    }

    @Test
    void each_person_has_the_password_that_the_launcher_uses_and_a_mail_address() {
        assertThat(realm.path("users").valueStream()).allSatisfy(user -> {
            assertThat(user.at("/credentials/0/value").asText()).isEqualTo(Stack.PASSWORD);
            assertThat(user.path("email").asText())
                    .isEqualTo(user.path("username").asText() + "@zenith.example");
            assertThat(user.path("emailVerified").asBoolean()).isTrue();
        });
    }

    @Test
    void every_client_s_tokens_are_for_the_api() {
        assertThat(realm.path("clients").valueStream())
                .allSatisfy(client -> assertThat(client.at("/protocolMappers/0/config/included.custom.audience")
                                .asText())
                        .isEqualTo("zenith-api"));
    }

    @Test
    void tokens_live_fifteen_minutes() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(15 * 60);
    }

    @Test
    void no_client_secret_stands_in_the_file() {
        assertThat(realm.path("clients")
                        .valueStream()
                        .filter(client -> client.has("secret"))
                        .map(client -> client.path("secret").asText())
                        .collect(Collectors.toSet()))
                .containsExactly("${ZENITH_GATEWAY_CLIENT_SECRET}");
    }

    @Test
    void only_the_command_line_may_exchange_a_password_for_a_token() {
        assertThat(realm.path("clients")
                        .valueStream()
                        .filter(client ->
                                client.path("directAccessGrantsEnabled").asBoolean())
                        .map(client -> client.path("clientId").asText()))
                .containsExactly("zenith-cli");
    }
}
