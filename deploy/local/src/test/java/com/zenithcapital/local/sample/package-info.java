@NullMarked
package com.zenithcapital.local.sample;

import org.jspecify.annotations.NullMarked;
