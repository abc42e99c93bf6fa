/** Which request targets are taken at all: only those that every reader of the path understands the same way. */
@NullMarked
package com.zenithcapital.gateway.target;

import org.jspecify.annotations.NullMarked;
