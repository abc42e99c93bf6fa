@NullMarked
package com.zenithcapital.local.stack;

import org.jspecify.annotations.NullMarked;
