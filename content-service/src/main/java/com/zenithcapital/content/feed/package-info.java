/**
 * What other programs read: feeds of the newest insights, the sitemap. For visitors: what is for clients is in none.
 */
@NullMarked
package com.zenithcapital.content.feed;

import org.jspecify.annotations.NullMarked;
