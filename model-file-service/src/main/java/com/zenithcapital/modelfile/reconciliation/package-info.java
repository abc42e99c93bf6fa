/** Beside the way: rows and objects are compared, and what nobody owns is removed. */
@NullMarked
package com.zenithcapital.modelfile.reconciliation;

import org.jspecify.annotations.NullMarked;
