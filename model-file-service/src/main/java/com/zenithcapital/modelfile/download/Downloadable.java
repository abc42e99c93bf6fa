package com.zenithcapital.modelfile.download;

import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.VersionId;
import java.util.Optional;

/**
 * A version that the caller may have.
 *
 * @param latest the number of the model's newest public version; empty when it has none
 */
record Downloadable(
        ModelId model,
        String slug,
        VersionId version,
        int number,
        Optional<Integer> latest,
        String filename,
        String mediaType,
        StoredObject object) {}
