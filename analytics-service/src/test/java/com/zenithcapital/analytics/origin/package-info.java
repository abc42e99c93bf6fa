@NullMarked
package com.zenithcapital.analytics.origin;

import org.jspecify.annotations.NullMarked;
