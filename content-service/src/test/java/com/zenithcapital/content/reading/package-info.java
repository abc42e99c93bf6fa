@NullMarked
package com.zenithcapital.content.reading;

import org.jspecify.annotations.NullMarked;
