/** How requests are measured: by route, in buckets, in a number of series that no caller can grow. */
@NullMarked
package com.zenithcapital.platform.metric;

import org.jspecify.annotations.NullMarked;
