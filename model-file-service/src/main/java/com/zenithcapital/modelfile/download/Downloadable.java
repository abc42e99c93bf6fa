package com.zenithcapital.modelfile.download;

import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.VersionId;

/** A version that the caller may have. */
record Downloadable(
        ModelId model,
        String slug,
        VersionId version,
        int number,
        String filename,
        String mediaType,
        StoredObject object) {}
