/** The last step: a client, or an analyst in quarantine's sight, gets the bytes. */
@NullMarked
package com.zenithcapital.modelfile.download;

import org.jspecify.annotations.NullMarked;
