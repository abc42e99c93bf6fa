@NullMarked
package com.zenithcapital.content.search;

import org.jspecify.annotations.NullMarked;
