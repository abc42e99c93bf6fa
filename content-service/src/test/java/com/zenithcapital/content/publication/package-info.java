@NullMarked
package com.zenithcapital.content.publication;

import org.jspecify.annotations.NullMarked;
