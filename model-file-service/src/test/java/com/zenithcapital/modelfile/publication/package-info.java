@NullMarked
package com.zenithcapital.modelfile.publication;

import org.jspecify.annotations.NullMarked;
