@NullMarked
package com.zenithcapital.analytics.export;

import org.jspecify.annotations.NullMarked;
