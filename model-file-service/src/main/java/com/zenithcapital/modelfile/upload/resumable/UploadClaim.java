package com.zenithcapital.modelfile.upload.resumable;

import com.zenithcapital.modelfile.storage.ObjectClaim;
import com.zenithcapital.modelfile.storage.PartialObjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Keeps the reconciliation away from uploads that are no versions yet: their parts, their object, the tail that counts. */
@ApplicationScoped
class UploadClaim implements ObjectClaim {

    private static final int ID = 36;

    private final UploadRows rows;

    UploadClaim(UploadRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> inUse(Set<String> names) {
        Set<UUID> ids = new HashSet<>();
        names.forEach(name -> ids.add(UUID.fromString(name.substring(0, ID))));
        Set<String> inUse = new HashSet<>();
        rows.openAmong(ids).forEach(upload -> {
            inUse.add(upload.id().toString());
            upload.tail().ifPresent(tail -> inUse.add(PartialObjects.tailName(upload.id(), tail.key())));
        });
        inUse.retainAll(names);
        return inUse;
    }
}
