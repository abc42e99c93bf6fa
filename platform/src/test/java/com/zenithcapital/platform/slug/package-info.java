@NullMarked
package com.zenithcapital.platform.slug;

import org.jspecify.annotations.NullMarked;
