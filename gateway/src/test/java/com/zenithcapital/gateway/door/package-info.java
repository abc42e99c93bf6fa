@NullMarked
package com.zenithcapital.gateway.door;

import org.jspecify.annotations.NullMarked;
