package com.zenithcapital.modelfile.role;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which part of the service this instance is. */
@ConfigMapping(prefix = "zenith.model-files")
public interface RoleConfig {

    /**
     * {@code api}, {@code worker} or {@code all}. Where some instances are {@code api}, some must be {@code worker}: without
     * one, workbooks are taken in and never judged, and nobody is told.
     */
    @WithDefault("all")
    Role role();
}
