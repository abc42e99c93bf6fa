/** Loops that look for work, sleep when there is none, and can be woken. */
@NullMarked
package com.zenithcapital.platform.polling;

import org.jspecify.annotations.NullMarked;
