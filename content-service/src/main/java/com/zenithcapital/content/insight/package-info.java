/** The domain that every step shares: where an insight stands, what it says, what is told of it. */
@NullMarked
package com.zenithcapital.content.insight;

import org.jspecify.annotations.NullMarked;
