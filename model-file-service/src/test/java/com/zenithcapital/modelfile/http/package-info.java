@NullMarked
package com.zenithcapital.modelfile.http;

import org.jspecify.annotations.NullMarked;
