/** The third step: each received version gets its verdict, whatever is killed meanwhile. */
@NullMarked
package com.zenithcapital.modelfile.processing;

import org.jspecify.annotations.NullMarked;
