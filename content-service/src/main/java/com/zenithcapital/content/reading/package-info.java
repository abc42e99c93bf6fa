/** What readers see: lists by keyset, search, one insight, tags. Every query takes the audience it is for. */
@NullMarked
package com.zenithcapital.content.reading;

import org.jspecify.annotations.NullMarked;
