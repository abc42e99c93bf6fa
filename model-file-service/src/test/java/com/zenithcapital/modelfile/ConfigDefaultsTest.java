package com.zenithcapital.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.antivirus.AntivirusConfig;
import com.zenithcapital.modelfile.difference.DifferenceConfig;
import com.zenithcapital.modelfile.notice.NoticeConfig;
import com.zenithcapital.modelfile.processing.JobEventsConfig;
import com.zenithcapital.modelfile.processing.ProcessingConfig;
import com.zenithcapital.modelfile.reconciliation.ReconciliationConfig;
import com.zenithcapital.modelfile.role.Role;
import com.zenithcapital.modelfile.role.RoleConfig;
import com.zenithcapital.modelfile.storage.StorageConfig;
import com.zenithcapital.modelfile.upload.UploadConfig;
import com.zenithcapital.modelfile.upload.resumable.ResumableConfig;
import com.zenithcapital.modelfile.version.QuotaConfig;
import com.zenithcapital.modelfile.workbook.DiffConfig;
import com.zenithcapital.modelfile.workbook.WorkbookConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the service does when nothing is set. A change here is a change for every operator. */
class ConfigDefaultsTest {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    @Test
    void storage() {
        StorageConfig config = defaults(StorageConfig.class);

        assertThat(config.bucket()).isEqualTo("zenith-model-files");
        assertThat(config.partSize().asLongValue()).isEqualTo(5 * MIB);
        assertThat(config.partDirectory())
                .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "zenith-model-file-service", "parts"));
    }

    @Test
    void upload() {
        UploadConfig config = defaults(UploadConfig.class);

        assertThat(config.maxSize().asLongValue()).isEqualTo(52_428_800);
        assertThat(config.maxOpen()).isEqualTo(96);
        assertThat(config.idleLimit()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.timeLimit()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.minRate().asLongValue()).isEqualTo(8 * KIB);
        assertThat(config.rateGrace()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void resumable() {
        ResumableConfig config = defaults(ResumableConfig.class);

        assertThat(config.expiry()).isEqualTo(Duration.ofHours(24));
        assertThat(config.memory()).isEqualTo(Duration.ofHours(24));
        assertThat(config.maxOpenPerUser()).isEqualTo(40);
        assertThat(config.sweepEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.sweepGrace()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void workbook() {
        WorkbookConfig config = defaults(WorkbookConfig.class);

        assertThat(config.command()).isEmpty();
        assertThat(config.timeLimit()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.maxOutput().asLongValue()).isEqualTo(8 * MIB);
        assertThat(config.maxErrors().asLongValue()).isEqualTo(16 * KIB);
        assertThat(config.directory())
                .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "zenith-model-file-service"));
    }

    @Test
    void processing() {
        ProcessingConfig config = defaults(ProcessingConfig.class);

        assertThat(config.workers()).isEqualTo(2);
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.maxCrashes()).isEqualTo(3);
        assertThat(config.maxSetbacks()).isEqualTo(20);
        assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.longestPause()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void role() {
        assertThat(defaults(RoleConfig.class).role()).isEqualTo(Role.ALL);
    }

    @Test
    void quota() {
        QuotaConfig config = defaults(QuotaConfig.class);

        assertThat(config.openUploads()).isEqualTo(40);
        assertThat(config.bytesADay().asLongValue()).isEqualTo(96 * 1024 * MIB);
    }

    @Test
    void antivirus() {
        AntivirusConfig config = defaults(AntivirusConfig.class);

        assertThat(config.enabled()).isFalse();
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(3310);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.retry()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void jobEvents() {
        JobEventsConfig config = defaults(JobEventsConfig.class);

        assertThat(config.heartBeat()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.retry()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.longest()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.mostPerUser()).isEqualTo(16);
        assertThat(config.mostOpen()).isEqualTo(128);
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void notice() {
        NoticeConfig config = defaults(NoticeConfig.class);

        assertThat(config.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(config.messageIdDomain()).isEqualTo("zenith.example");
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.sendTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.longestPause()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.giveUpAfter()).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void diff() {
        DiffConfig config = defaults(DiffConfig.class);

        assertThat(config.heap().asLongValue()).isEqualTo(384 * MIB);
        assertThat(config.timeLimit()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.maxOutput().asLongValue()).isEqualTo(16 * MIB);
    }

    @Test
    void difference() {
        DifferenceConfig config = defaults(DifferenceConfig.class);

        assertThat(config.workers()).isEqualTo(1);
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.mostWaiting()).isEqualTo(32);
        assertThat(config.mostDue()).isEqualTo(200);
        assertThat(config.maxAttempts()).isEqualTo(10);
        assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.longestPause()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.retryAfter()).isEqualTo(Duration.ofHours(6));
        assertThat(config.keep()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void reconciliation() {
        ReconciliationConfig config = defaults(ReconciliationConfig.class);

        assertThat(config.every()).isEqualTo(Duration.ofHours(1));
        assertThat(config.grace()).isEqualTo(Duration.ofHours(1));
        assertThat(config.mostRemovals()).isEqualTo(200);
        assertThat(config.idempotencyKeys()).isEqualTo(Duration.ofDays(2));
    }

    private static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                // Of the system's own properties only this: a test's application may have left others.
                .withDefaultValue("java.io.tmpdir", System.getProperty("java.io.tmpdir"))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(mapping)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(mapping);
    }
}
