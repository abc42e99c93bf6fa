@NullMarked
package com.zenithcapital.modelfile.polling;

import org.jspecify.annotations.NullMarked;
