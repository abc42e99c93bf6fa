@NullMarked
package com.zenithcapital.analytics.upkeep;

import org.jspecify.annotations.NullMarked;
