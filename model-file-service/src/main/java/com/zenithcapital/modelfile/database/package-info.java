/** A leaf: SQL as text, rows as records, inside the transaction at hand. */
@NullMarked
package com.zenithcapital.modelfile.database;

import org.jspecify.annotations.NullMarked;
