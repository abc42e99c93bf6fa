@NullMarked
package com.zenithcapital.local.command;

import org.jspecify.annotations.NullMarked;
