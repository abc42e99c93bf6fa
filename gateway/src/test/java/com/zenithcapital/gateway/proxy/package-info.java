@NullMarked
package com.zenithcapital.gateway.proxy;

import org.jspecify.annotations.NullMarked;
