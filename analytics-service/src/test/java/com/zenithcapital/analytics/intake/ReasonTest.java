package com.zenithcapital.analytics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void theContractNamesThemAll() throws NoSuchFieldException {
        // When
        Schema schema = AnswerDocument.Rejected.class.getDeclaredField("reason").getAnnotation(Schema.class);

        // Then
        assertThat(schema.enumeration())
                .containsExactly(
                        Arrays.stream(Reason.values()).map(Reason::slug).toArray(String[]::new));
    }
}
