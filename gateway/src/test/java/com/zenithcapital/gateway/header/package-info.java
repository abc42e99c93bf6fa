@NullMarked
package com.zenithcapital.gateway.header;

import org.jspecify.annotations.NullMarked;
