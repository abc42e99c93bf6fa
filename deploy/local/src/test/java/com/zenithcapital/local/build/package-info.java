@NullMarked
package com.zenithcapital.local.build;

import org.jspecify.annotations.NullMarked;
