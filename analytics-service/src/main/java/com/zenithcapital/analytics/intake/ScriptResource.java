package com.zenithcapital.analytics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.platform.digest.Sha256;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The script that a site's pages load. It is written to be read, and served without what only people read. */
@Path(IntakeResource.EVENTS + "/zenith.js")
class ScriptResource {

    private static final String SOURCE = "/script/zenith.js";
    private static final Duration FRESH = Duration.ofHours(1);

    private final byte[] script = served(source()).getBytes(UTF_8);
    private final EntityTag tag = new EntityTag(Sha256.of(script).tag());

    @GET
    @PermitAll
    @NonBlocking
    @Produces("text/javascript;charset=UTF-8")
    @Operation(
            summary = "The script that counts",
            description =
                    "For a page: <script async src=\"…/api/v1/events/zenith.js\"></script>. It sends page views (of"
                            + " single-page sites too) and downloads; zenith('name', {key: 'value'}) sends what the site names itself.")
    @APIResponse(responseCode = "200", description = "Under 2 KB; a strong ETag; usable from any site.")
    @APIResponse(responseCode = "304", description = "The caller has it, as If-None-Match says.")
    public Response script(@Context Request request) {
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(script) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + FRESH.toSeconds())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Without comment lines and indentation. */
    private static String served(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(ScriptResource.class.getResourceAsStream(SOURCE), SOURCE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The script cannot be read", e);
        }
    }
}
