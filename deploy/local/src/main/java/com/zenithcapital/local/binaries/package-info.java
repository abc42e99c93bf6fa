/** Where Maven laid the programs that the parts run, and how they got there. */
@NullMarked
package com.zenithcapital.local.binaries;

import org.jspecify.annotations.NullMarked;
