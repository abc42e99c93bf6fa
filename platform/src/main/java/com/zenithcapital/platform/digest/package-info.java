/** Digests of bytes: what tells one text from another. */
@NullMarked
package com.zenithcapital.platform.digest;

import org.jspecify.annotations.NullMarked;
