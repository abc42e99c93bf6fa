/** What tests share. */
@NullMarked
package com.zenithcapital.content.testing;

import org.jspecify.annotations.NullMarked;
