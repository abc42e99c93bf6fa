@NullMarked
package com.zenithcapital.content.body;

import org.jspecify.annotations.NullMarked;
