@NullMarked
package com.zenithcapital.platform.address;

import org.jspecify.annotations.NullMarked;
