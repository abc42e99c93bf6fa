@NullMarked
package com.zenithcapital.content.feed;

import org.jspecify.annotations.NullMarked;
