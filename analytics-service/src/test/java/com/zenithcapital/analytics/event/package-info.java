@NullMarked
package com.zenithcapital.analytics.event;

import org.jspecify.annotations.NullMarked;
