@NullMarked
package com.zenithcapital.gateway.limit;

import org.jspecify.annotations.NullMarked;
