@NullMarked
package com.zenithcapital.modelfile.notice;

import org.jspecify.annotations.NullMarked;
