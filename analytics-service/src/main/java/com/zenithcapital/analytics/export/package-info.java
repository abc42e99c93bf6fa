/** Any answer as a table: CSV or XLSX; and the raw events of a day. All of it streamed, in constant memory. */
@NullMarked
package com.zenithcapital.analytics.export;

import org.jspecify.annotations.NullMarked;
