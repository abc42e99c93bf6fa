package com.zenithcapital.modelfile.testing;

import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.MailResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.S3Resource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** The real parts of every test here. Global, so that all tests share one application. */
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "role", value = "model_file"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = S3Resource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EngineResource.class, scope = TestResourceScope.GLOBAL)
final class TestParts {}
