@NullMarked
package com.zenithcapital.local;

import org.jspecify.annotations.NullMarked;
