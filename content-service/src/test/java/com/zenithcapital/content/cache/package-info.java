@NullMarked
package com.zenithcapital.content.cache;

import org.jspecify.annotations.NullMarked;
