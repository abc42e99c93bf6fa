@NullMarked
package com.zenithcapital.gateway.route;

import org.jspecify.annotations.NullMarked;
