package com.zenithcapital.gateway;

import com.zenithcapital.gateway.upstream.UpstreamResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** As {@link GatewayTest}, with a gateway that waits two seconds for anything, and no longer. */
@QuarkusTest
@WithTestResource(value = UpstreamResource.class, initArgs = @ResourceArg(name = UpstreamResource.WAIT, value = "2s"))
@WithTestResource(TokenResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ImpatientGatewayTest {}
