package com.zenithcapital.modelfile.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.zenithcapital.modelfile.workbook.DocumentFacts;
import org.jspecify.annotations.Nullable;

/**
 * A version with what its workbook says of itself. Not for the public: it names people, hidden sheets and hidden names.
 *
 * @param document null before there is a verdict, and for a file that was rejected
 */
record VersionDetail(
        @JsonUnwrapped VersionView version, @Nullable DocumentFacts document) {}
