/**
 * Insights, on their way from an analyst's first line to a reader.
 *
 * <p>The packages are the steps of that way. A step knows the domain and the leaves, never another step: they meet in the
 * database and on Kafka.
 *
 * <ol>
 *   <li>{@code desk}: an analyst writes; every save is a revision.
 *   <li>{@code review}: somebody else approves one revision.
 *   <li>{@code publication}: an editor publishes, now or at a time, corrects, withdraws, archives.
 *   <li>{@code transfer}: the same for many at once; lines in and out. It calls the two before it.
 *   <li>{@code preview}: a link shows one revision to people without an account.
 *   <li>{@code reading}, {@code feed}: everybody lists, searches and reads what is published.
 * </ol>
 *
 * The domain they share is {@code insight} (where it stands), {@code revision} (what it says), {@code view} (how those see
 * it who work on it), {@code audit} (who did what). Leaves know nothing of it: {@code body} (Markdown),
 * {@code search} (words), {@code cache} (finished answers), {@code model} (what model-file-service tells).
 */
@NullMarked
package com.zenithcapital.content;

import org.jspecify.annotations.NullMarked;
