package com.zenithcapital.modelfile.version;

/**
 * What an uploader is told.
 *
 * @param isNew false when the same bytes, or the same request, were taken in before: this is the job of then
 */
public record Receipt(JobId job, VersionState state, int version, boolean isNew) {}
