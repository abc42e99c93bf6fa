@NullMarked
package com.zenithcapital.content.preview;

import org.jspecify.annotations.NullMarked;
