/** Connections that are held for the sake of their session: its locks and notifications. */
@NullMarked
package com.zenithcapital.platform.session;

import org.jspecify.annotations.NullMarked;
