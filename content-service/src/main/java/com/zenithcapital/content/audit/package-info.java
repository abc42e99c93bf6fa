/** Who did what when to which revision. */
@NullMarked
package com.zenithcapital.content.audit;

import org.jspecify.annotations.NullMarked;
