@NullMarked
package com.zenithcapital.modelfile.database;

import org.jspecify.annotations.NullMarked;
