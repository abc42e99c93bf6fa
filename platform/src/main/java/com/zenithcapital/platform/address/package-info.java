/** Where a request came from, when others stand between. */
@NullMarked
package com.zenithcapital.platform.address;

import org.jspecify.annotations.NullMarked;
