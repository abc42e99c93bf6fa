@NullMarked
package com.zenithcapital.modelfile.role;

import org.jspecify.annotations.NullMarked;
