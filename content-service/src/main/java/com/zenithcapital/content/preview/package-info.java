/** Links that show one revision of an insight to people without an account. */
@NullMarked
package com.zenithcapital.content.preview;

import org.jspecify.annotations.NullMarked;
