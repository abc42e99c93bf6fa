package com.zenithcapital.content.insight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For whom an insight is meant. */
public enum Audience {
    /** Everybody. */
    @JsonProperty("public")
    PUBLIC,
    /** Signed-in clients only. */
    @JsonProperty("clients")
    CLIENTS
}
