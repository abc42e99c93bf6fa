package com.zenithcapital.platform.problem;

/** RFC 6901. */
final class JsonPointers {

    private JsonPointers() {}

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
