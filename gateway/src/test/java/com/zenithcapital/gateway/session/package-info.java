@NullMarked
package com.zenithcapital.gateway.session;

import org.jspecify.annotations.NullMarked;
