@NullMarked
package com.zenithcapital.analytics.rollup;

import org.jspecify.annotations.NullMarked;
