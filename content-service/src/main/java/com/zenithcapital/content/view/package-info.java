/** An insight as those see it who work on it; what every step answers with. */
@NullMarked
package com.zenithcapital.content.view;

import org.jspecify.annotations.NullMarked;
