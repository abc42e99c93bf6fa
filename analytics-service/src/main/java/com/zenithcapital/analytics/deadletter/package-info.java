/** Records that some service put aside: listed for administrators, and sent again when they say so. */
@NullMarked
package com.zenithcapital.analytics.deadletter;

import org.jspecify.annotations.NullMarked;
