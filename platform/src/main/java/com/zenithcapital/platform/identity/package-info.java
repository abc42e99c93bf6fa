/** Who is asking: from the verified access token and nothing else. */
@NullMarked
package com.zenithcapital.platform.identity;

import org.jspecify.annotations.NullMarked;
