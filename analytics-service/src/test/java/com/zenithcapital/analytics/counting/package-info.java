@NullMarked
package com.zenithcapital.analytics.counting;

import org.jspecify.annotations.NullMarked;
