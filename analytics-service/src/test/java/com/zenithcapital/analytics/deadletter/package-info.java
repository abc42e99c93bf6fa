@NullMarked
package com.zenithcapital.analytics.deadletter;

import org.jspecify.annotations.NullMarked;
