@NullMarked
package com.zenithcapital.analytics.query;

import org.jspecify.annotations.NullMarked;
