/**
 * Load from outside on the whole packaged stack, on one machine. Figures are given as ratios to a peer or a limit measured
 * in the same run, since absolute ones say more about the machine than about the product.
 */
@NullMarked
package com.zenithcapital.benchmarks;

import org.jspecify.annotations.NullMarked;
