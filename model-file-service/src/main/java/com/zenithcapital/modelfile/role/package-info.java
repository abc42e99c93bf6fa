/** A leaf: which part of the service this instance is. */
@NullMarked
package com.zenithcapital.modelfile.role;

import org.jspecify.annotations.NullMarked;
