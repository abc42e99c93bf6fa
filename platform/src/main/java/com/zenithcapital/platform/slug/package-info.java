/** The part of an address that names a thing for people. */
@NullMarked
package com.zenithcapital.platform.slug;

import org.jspecify.annotations.NullMarked;
