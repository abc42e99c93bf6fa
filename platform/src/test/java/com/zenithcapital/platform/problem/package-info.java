@NullMarked
package com.zenithcapital.platform.problem;

import org.jspecify.annotations.NullMarked;
