@NullMarked
package com.zenithcapital.analytics.testing;

import org.jspecify.annotations.NullMarked;
