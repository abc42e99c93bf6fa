@NullMarked
package com.zenithcapital.platform.correlation;

import org.jspecify.annotations.NullMarked;
