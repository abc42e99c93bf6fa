@NullMarked
package com.zenithcapital.local.binaries;

import org.jspecify.annotations.NullMarked;
