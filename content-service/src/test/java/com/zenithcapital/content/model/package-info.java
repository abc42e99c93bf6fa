@NullMarked
package com.zenithcapital.content.model;

import org.jspecify.annotations.NullMarked;
