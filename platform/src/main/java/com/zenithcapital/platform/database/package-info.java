/** SQL as text, rows as records, inside the transaction at hand. */
@NullMarked
package com.zenithcapital.platform.database;

import org.jspecify.annotations.NullMarked;
