/** Many insights at once: changed by a list, taken in from and given out as lines of JSON. */
@NullMarked
package com.zenithcapital.content.transfer;

import org.jspecify.annotations.NullMarked;
