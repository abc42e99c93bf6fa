/** The texts of an insight: each save is one, and none is ever changed. */
@NullMarked
package com.zenithcapital.content.revision;

import org.jspecify.annotations.NullMarked;
