/** Identifiers of rows and events. */
@NullMarked
package com.zenithcapital.platform.id;

import org.jspecify.annotations.NullMarked;
