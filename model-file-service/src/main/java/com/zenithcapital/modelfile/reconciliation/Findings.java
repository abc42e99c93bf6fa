package com.zenithcapital.modelfile.reconciliation;

/**
 * What one comparison of rows and objects found.
 *
 * @param objects how many there are
 * @param bytes how many they have together
 * @param orphansRemoved objects that nobody owned
 * @param orphansLeft those beyond what one run may remove: somebody should look before they go
 * @param uploadsAborted multipart uploads that nobody ended
 * @param objectsMissing rows whose object is gone: a loss
 * @param sizesWrong rows whose object has another size than was stored: a loss as well
 */
record Findings(
        long objects,
        long bytes,
        int orphansRemoved,
        int orphansLeft,
        int uploadsAborted,
        int objectsMissing,
        int sizesWrong) {}
