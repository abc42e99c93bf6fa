@NullMarked
package com.zenithcapital.analytics.visitor;

import org.jspecify.annotations.NullMarked;
