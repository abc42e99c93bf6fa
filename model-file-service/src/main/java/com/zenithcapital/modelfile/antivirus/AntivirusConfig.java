package com.zenithcapital.modelfile.antivirus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Whether workbooks are looked at for malware before anything else looks at them, and by which clamd. */
@ConfigMapping(prefix = "zenith.model-files.antivirus")
public interface AntivirusConfig {

    /** When it is on and clamd does not answer, jobs wait for as long as that lasts: nothing passes unseen. */
    @WithDefault("false")
    boolean enabled();

    /**
     * Where clamd listens ({@code TCPAddr}). The protocol has neither encryption nor a password: whoever is on the way reads the
     * workbooks, and can call any of them clean.
     */
    @WithDefault("127.0.0.1")
    String host();

    /** Its {@code TCPSocket}. Its {@code StreamMaxLength} must be above the largest workbook, or that waits for ever. */
    @WithDefault("3310")
    @Min(1)
    @Max(65_535)
    int port();

    /** Longer than this to accept a connection is unreachable. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** How long clamd may say nothing once it has every byte. Too short a time has large workbooks wait for ever. */
    @WithDefault("PT60S")
    Duration readTimeout();

    /** How long a job waits before clamd is asked again. */
    @WithDefault("PT15S")
    Duration retry();
}
