@NullMarked
package com.zenithcapital.analytics.intake;

import org.jspecify.annotations.NullMarked;
