@NullMarked
package com.zenithcapital.content.audit;

import org.jspecify.annotations.NullMarked;
