/** What every answer says to browsers, whoever wrote it: what they may do with it, and whose pages may read it. */
@NullMarked
package com.zenithcapital.gateway.header;

import org.jspecify.annotations.NullMarked;
