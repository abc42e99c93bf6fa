@NullMarked
package com.zenithcapital.platform.identity;

import org.jspecify.annotations.NullMarked;
