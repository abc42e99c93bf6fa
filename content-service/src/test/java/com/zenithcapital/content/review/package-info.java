@NullMarked
package com.zenithcapital.content.review;

import org.jspecify.annotations.NullMarked;
