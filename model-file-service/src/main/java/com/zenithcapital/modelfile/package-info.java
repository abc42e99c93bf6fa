/**
 * Models and their versions, on their way from an analyst's disk to a client's.
 *
 * <p>The packages are the steps of that way. A step knows {@code version} and the leaves, never another step: they meet in
 * the database and on Kafka.
 *
 * <ol>
 *   <li>{@code model}: an analyst makes a model and edits what is said about it.
 *   <li>{@code upload}: the bytes of a version stream to storage while they are hashed; on the last one the version is
 *       {@code RECEIVED}, with its number, its job and its event. {@code upload.resumable}: the same in several requests.
 *   <li>{@code processing}: a worker has the engine look at the workbook in a child process and records the verdict.
 *   <li>{@code notice}: the uploader is told by mail.
 *   <li>{@code publication}: an editor looks at what was found, publishes, withdraws.
 *   <li>{@code catalogue}: everybody lists published models and sees their preview.
 *   <li>{@code download}: a client gets the bytes.
 *   <li>{@code difference}: what an accepted version changes is computed, kept and shown.
 *   <li>{@code reconciliation}: rows and objects are compared; what nobody owns is removed.
 * </ol>
 *
 * The domain they share is {@code version}. The leaves know nothing of models: {@code storage} (S3), {@code workbook}
 * (the engine's child process and its report), {@code database} (its health), {@code role} (which part of the service
 * this instance is), {@code antivirus} (clamd),
 * {@code http} (conditional requests).
 */
@NullMarked
package com.zenithcapital.modelfile;

import org.jspecify.annotations.NullMarked;
