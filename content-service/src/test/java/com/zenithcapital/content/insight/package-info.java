@NullMarked
package com.zenithcapital.content.insight;

import org.jspecify.annotations.NullMarked;
