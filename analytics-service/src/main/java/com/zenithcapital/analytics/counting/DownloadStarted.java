package com.zenithcapital.analytics.counting;

/**
 * What is read here of model-file-service's fact that a client began to download a version.
 *
 * @param downloadedBy the client's id
 */
record DownloadStarted(String slug, String downloadedBy) {

    static final String TYPE = "zenith.model-files.download-started.v1";
    static final String TOPIC = "zenith.model-files.downloads";
}
