@NullMarked
package com.zenithcapital.analytics.readership;

import org.jspecify.annotations.NullMarked;
