/**
 * Which client read and downloaded what, for administrators, and the erasure of one client's. Joined to nothing that is
 * counted of visitors.
 */
@NullMarked
package com.zenithcapital.analytics.readership;

import org.jspecify.annotations.NullMarked;
