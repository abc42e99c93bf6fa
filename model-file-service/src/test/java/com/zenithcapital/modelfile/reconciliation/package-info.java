@NullMarked
package com.zenithcapital.modelfile.reconciliation;

import org.jspecify.annotations.NullMarked;
