/**
 * Real parts for component tests: each is a Quarkus test resource that starts one on a free port and tells the
 * application where it is.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "model_file"))
 * @WithTestResource(KafkaResource.class)
 * @WithTestResource(TokenResource.class)
 * class UploadTest {}
 * }</pre>
 *
 * <p>PostgreSQL, Kafka, S3 and mail are started once in a test run, however often Quarkus restarts the application, and
 * each start of the application finds them empty. The {@code zenith-local} jar and {@code quarkus-junit} must be on the
 * test class path: what a test-jar needs does not come with it.
 */
@NullMarked
package com.zenithcapital.platform.testing;

import org.jspecify.annotations.NullMarked;
