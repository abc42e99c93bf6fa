@NullMarked
package com.zenithcapital.gateway;

import org.jspecify.annotations.NullMarked;
