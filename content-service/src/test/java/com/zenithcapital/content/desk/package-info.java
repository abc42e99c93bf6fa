@NullMarked
package com.zenithcapital.content.desk;

import org.jspecify.annotations.NullMarked;
