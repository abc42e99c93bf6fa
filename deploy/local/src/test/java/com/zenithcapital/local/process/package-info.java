@NullMarked
package com.zenithcapital.local.process;

import org.jspecify.annotations.NullMarked;
