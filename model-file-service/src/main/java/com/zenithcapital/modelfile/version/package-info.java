/** The domain the steps share: what a version is, how it is taken in, and the facts that are told about it. */
@NullMarked
package com.zenithcapital.modelfile.version;

import org.jspecify.annotations.NullMarked;
