@NullMarked
package com.zenithcapital.platform.metric;

import org.jspecify.annotations.NullMarked;
