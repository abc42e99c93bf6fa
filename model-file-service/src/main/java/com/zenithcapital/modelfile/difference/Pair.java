package com.zenithcapital.modelfile.difference;

import com.zenithcapital.modelfile.version.VersionId;

/** Two versions of one model. */
record Pair(VersionId from, VersionId to) {}
