@NullMarked
package com.zenithcapital.gateway.target;

import org.jspecify.annotations.NullMarked;
