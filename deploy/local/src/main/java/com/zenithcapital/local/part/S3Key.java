package com.zenithcapital.local.part;

/** An access key of the local S3 with its secret. */
public record S3Key(String id, String secret) {}
