package com.zenithcapital.content.preview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;

/** Where preview links lead. */
@ConfigMapping(prefix = "zenith.content.preview")
interface PreviewConfig {

    /**
     * What stands before the path in a link: the gateway as readers reach it, without a slash at the end. With a wrong
     * one links lead elsewhere; with the right one they are shown right again, for the address itself is not kept.
     */
    @WithDefault("http://127.0.0.1:8080")
    @Pattern(
            regexp = "https?://[^\\s?#]*[^\\s?#/]",
            message = "must be an http or https address without a slash at its end")
    String baseUrl();
}
