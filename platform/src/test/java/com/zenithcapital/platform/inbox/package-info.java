@NullMarked
package com.zenithcapital.platform.inbox;

import org.jspecify.annotations.NullMarked;
