/** A leaf: how texts and questions are made alike, so that they find each other. */
@NullMarked
package com.zenithcapital.content.search;

import org.jspecify.annotations.NullMarked;
