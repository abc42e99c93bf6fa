/** A leaf: whether the database answers. */
@NullMarked
package com.zenithcapital.modelfile.database;

import org.jspecify.annotations.NullMarked;
