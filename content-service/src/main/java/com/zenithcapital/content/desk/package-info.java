/** Where insights are written: made, saved, compared, thrown away and brought back. */
@NullMarked
package com.zenithcapital.content.desk;

import org.jspecify.annotations.NullMarked;
