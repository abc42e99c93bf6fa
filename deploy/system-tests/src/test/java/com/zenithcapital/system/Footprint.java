package com.zenithcapital.system;

import java.util.List;

/** Everything an upload could leave behind, as the database and the bucket tell it. */
record Footprint(long models, long versions, long jobs, List<String> objects, List<String> openUploads) {

    static Footprint of(Zenith zenith) {
        return new Footprint(
                zenith.rows().count("select count(*) from model"),
                zenith.rows().count("select count(*) from version"),
                zenith.rows().count("select count(*) from job"),
                zenith.bucket().objects().stream().sorted().toList(),
                zenith.bucket().openUploads().stream().sorted().toList());
    }
}
