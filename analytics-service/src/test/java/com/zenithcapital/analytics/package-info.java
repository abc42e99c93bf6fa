@NullMarked
package com.zenithcapital.analytics;

import org.jspecify.annotations.NullMarked;
