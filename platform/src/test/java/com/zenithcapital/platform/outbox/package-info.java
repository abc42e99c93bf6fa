@NullMarked
package com.zenithcapital.platform.outbox;

import org.jspecify.annotations.NullMarked;
