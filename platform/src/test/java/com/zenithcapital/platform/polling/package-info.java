@NullMarked
package com.zenithcapital.platform.polling;

import org.jspecify.annotations.NullMarked;
