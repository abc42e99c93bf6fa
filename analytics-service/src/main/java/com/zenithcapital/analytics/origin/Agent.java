package com.zenithcapital.analytics.origin;

import org.jspecify.annotations.Nullable;

/**
 * What a user agent says it is. The text itself goes no further.
 *
 * @param device desktop, mobile, tablet, tv or other
 */
public record Agent(@Nullable String browser, @Nullable String system, String device, boolean robot) {

    /** What says nothing of itself is no browser. */
    static final Agent SILENT = new Agent(null, null, Device.OTHER.word(), true);
}
