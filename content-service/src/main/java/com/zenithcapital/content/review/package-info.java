/** Another pair of eyes: what is submitted, given back, approved. */
@NullMarked
package com.zenithcapital.content.review;

import org.jspecify.annotations.NullMarked;
