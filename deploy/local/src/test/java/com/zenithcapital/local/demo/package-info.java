@NullMarked
package com.zenithcapital.local.demo;

import org.jspecify.annotations.NullMarked;
