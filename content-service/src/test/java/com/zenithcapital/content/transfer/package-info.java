@NullMarked
package com.zenithcapital.content.transfer;

import org.jspecify.annotations.NullMarked;
