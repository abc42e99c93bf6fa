package com.zenithcapital.modelfile.catalogue;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.version.Absence;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Published models, for everybody. What is not public is not found, whoever asks. */
@Path("/api/v1/models")
@RunOnVirtualThread
class CatalogueResource {

    /** What a visitor sees of a sheet. */
    private static final int VISITOR_ROWS = 20;

    /** What a client sees: all that is stored. */
    private static final int READER_ROWS = 200;

    private final Catalogue catalogue;
    private final Absence absence;
    private final TaggedJson json;
    private final CurrentUser user;

    CatalogueResource(Catalogue catalogue, Absence absence, TaggedJson json, CurrentUser user) {
        this.catalogue = catalogue;
        this.absence = absence;
        this.json = json;
        this.user = user;
    }

    /** The sheets of a version; there are never so many that they would need pages. */
    record Sheets(List<SheetCard> items) {}

    @GET
    @PermitAll
    public Response models(
            @Context Request request, @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return json.answer(request, catalogue.models(Limit.parse(limit), cursor));
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    public Response model(@Context Request request, @RestPath String slug) {
        return json.answer(request, found(slug));
    }

    @GET
    @Path("/{slug}/versions")
    @PermitAll
    public Response versions(
            @Context Request request,
            @RestPath String slug,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        ModelCard model = found(slug);
        Page<VersionCard> versions = catalogue.versions(model.slug(), Limit.parse(limit), cursor);
        return json.answer(request, versions);
    }

    @GET
    @Path("/{slug}/versions/{number}")
    @PermitAll
    public Response version(@Context Request request, @RestPath String slug, @RestPath int number) {
        return json.answer(request, found(slug, number));
    }

    @GET
    @Path("/{slug}/versions/{number}/sheets")
    @PermitAll
    public Response sheets(@Context Request request, @RestPath String slug, @RestPath int number) {
        VersionCard version = found(slug, number);
        return json.answer(request, new Sheets(catalogue.sheets(slug, version.number())));
    }

    @GET
    @Path("/{slug}/versions/{number}/sheets/{index}/rows")
    @PermitAll
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SheetRows.class)))
    public Response rows(
            @Context Request request,
            @RestPath String slug,
            @RestPath int number,
            @RestPath int index,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        if (index < 0) {
            // The database would count from the last one.
            throw NOT_FOUND.because("Sheets are counted from 0.");
        }
        int most = user.hasRole(Roles.READER) ? READER_ROWS : VISITOR_ROWS;
        int rows = limit == null ? most : rows(limit, most);
        String answer = catalogue.rows(slug, number, index, most, rows, cursor).orElseThrow(() -> {
            VersionCard version = found(slug, number);
            return NOT_FOUND.because("Version %d has no such sheet to show.".formatted(version.number()));
        });
        return json.answerCaller(request, answer);
    }

    private static int rows(String limit, int most) {
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > most) {
            throw INVALID_REQUEST.at(
                    "query:limit",
                    "limit is a whole number from 1 to %d%s."
                            .formatted(most, most == READER_ROWS ? "" : "; signed-in clients see " + READER_ROWS));
        }
        return Integer.parseInt(limit);
    }

    private ModelCard found(String slug) {
        return catalogue.model(slug).orElseThrow(() -> absence.ofModel(slug));
    }

    private VersionCard found(String slug, int number) {
        return catalogue.version(slug, number).orElseThrow(() -> absence.ofVersion(slug, number));
    }
}
