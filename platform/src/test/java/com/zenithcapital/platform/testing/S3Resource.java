package com.zenithcapital.platform.testing;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.FreePorts;
import com.zenithcapital.local.part.S3Key;
import com.zenithcapital.local.part.S3Part;
import com.zenithcapital.local.part.Trees;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An S3 server with one bucket, {@value #BUCKET}, empty at each start of the application. */
public final class S3Resource implements QuarkusTestResourceLifecycleManager {

    public static final String BUCKET = "zenith-model-files";

    private static final S3Key KEY = new S3Key("key-for-tests", "secret-for-tests");

    @Override
    public Map<String, String> start() {
        S3Part part = part();
        part.stop();
        try {
            Trees.delete(TestRun.installation().data(part.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("The bucket could not be emptied", e);
        }
        part.start();
        return Map.of(
                "quarkus.s3.endpoint-override",
                part.url(),
                "quarkus.s3.path-style-access",
                "true",
                "quarkus.s3.aws.region",
                "us-east-1",
                "quarkus.s3.aws.credentials.type",
                "static",
                "quarkus.s3.aws.credentials.static-provider.access-key-id",
                KEY.id(),
                "quarkus.s3.aws.credentials.static-provider.secret-access-key",
                KEY.secret(),
                "zenith.model-files.bucket",
                BUCKET);
    }

    @Override
    public void stop() {
        // The server stays for the next application of this test run.
    }

    /** The folder that its bucket is in. */
    public static Path data() {
        return TestRun.installation().data(part().name());
    }

    /** The server, to be killed and started again. */
    public static S3Part part() {
        int port = Integer.parseInt(TestRun.remember("s3.port", () -> Integer.toString(FreePorts.next())));
        return new S3Part(Binaries.ofRepository(), TestRun.installation(), port, KEY, List.of(BUCKET));
    }
}
