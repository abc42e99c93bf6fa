/** The launcher: {@code ./zenith} hands over to the main class here. */
@NullMarked
package com.zenithcapital.local;

import org.jspecify.annotations.NullMarked;
