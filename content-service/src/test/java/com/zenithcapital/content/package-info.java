@NullMarked
package com.zenithcapital.content;

import org.jspecify.annotations.NullMarked;
