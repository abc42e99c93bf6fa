package com.zenithcapital.content.transfer;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.approved;
import static com.zenithcapital.content.testing.Api.eddie;
import static com.zenithcapital.content.testing.Api.state;
import static com.zenithcapital.content.testing.Api.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.content.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bulk action answers while others are at the same insight. */
@QuarkusTest
class BulkResultTest {

    @Inject
    Kept kept;

    /** By a change that the commit itself makes, which is as early as somebody else's can be. */
    @Test
    void theResultIsWhatTheActionMadeOfIt() {
        // Given
        String id = approved(text());
        kept.change("""
                create function withdraw_at_commit() returns trigger language plpgsql as $$
                begin
                    update insight set state = 'WITHDRAWN' where id = new.id;
                    return null;
                end $$
                """);
        kept.change("""
                create constraint trigger at_commit after update on insight deferrable initially deferred
                    for each row when (new.state = 'PUBLISHED') execute function withdraw_at_commit()
                """);

        // When
        ValidatableResponse answer = eddie().body(Map.of("action", "publish", "ids", List.of(id)))
                .post(INSIGHTS + "/bulk")
                .then();

        // Then
        kept.change("drop function withdraw_at_commit cascade");
        answer.statusCode(200).body("items[0].state", is("PUBLISHED"));
        assertThat(state(id)).isEqualTo("WITHDRAWN");
    }
}
