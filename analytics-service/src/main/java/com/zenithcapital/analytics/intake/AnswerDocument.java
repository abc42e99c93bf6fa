package com.zenithcapital.analytics.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer as the contract shows it. */
@Schema(name = "EventsAccepted")
record AnswerDocument(int accepted, List<Rejected> rejected) {

    static final String ONE_OF_TWO = """
            {"accepted":1,"rejected":[{"index":1,"reason":"too-old","pointer":"/1/occurredAt",\
            "detail":"Events of the last seven days are taken."}]}""";

    AnswerDocument {
        rejected = List.copyOf(rejected);
    }

    /** An event that was refused. */
    @Schema(name = "EventRejected")
    record Rejected(
            int index,

            @Schema(
                    enumeration = {
                        "not-an-object",
                        "missing-field",
                        "wrong-type",
                        "invalid-id",
                        "invalid-name",
                        "invalid-url",
                        "invalid-time",
                        "too-old",
                        "invalid-props",
                        "invalid-screen"
                    })
            String reason,

            String pointer,
            String detail) {}
}
