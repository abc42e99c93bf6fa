/** Load from outside, which several benchmarks make. */
@NullMarked
package com.zenithcapital.benchmarks.load;

import org.jspecify.annotations.NullMarked;
