package com.zenithcapital.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zenithcapital.gateway.route.RouteMatch.Found;
import com.zenithcapital.gateway.route.RouteMatch.Unknown;
import com.zenithcapital.gateway.route.RouteMatch.WrongMethod;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private final RouteTable table = new RouteTable();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/insights, /api/v1/insights, ANYONE, ORDINARY",
        "HEAD, /api/v1/insights/rivian, /api/v1/insights/{slug}, ANYONE, ORDINARY",
        "GET, /api/v1/feeds/insights.atom, /api/v1/feeds/insights.atom, ANYONE, ORDINARY",
        "GET, /api/v1/previews/abc, /api/v1/previews/{token}, ANYONE, ORDINARY",
        "POST, /api/v1/admin/insights/import, /api/v1/admin/insights/import, SIGNED_IN, UPLOAD",
        "GET, /api/v1/admin/insights/export, /api/v1/admin/insights/export, SIGNED_IN, DOWNLOAD",
        "GET, /api/v1/admin/insights/7, /api/v1/admin/insights/{id}, SIGNED_IN, ORDINARY",
        "DELETE, /api/v1/admin/insights/7, /api/v1/admin/insights/{id}, SIGNED_IN, ORDINARY",
        "POST, /api/v1/admin/insights/7/approve, /api/v1/admin/insights/{id}/approve, SIGNED_IN, ORDINARY",
        "GET, /api/v1/admin/audit, /api/v1/admin/audit, SIGNED_IN, ORDINARY",
        "GET, /api/v1/models, /api/v1/models, ANYONE, ORDINARY",
        "HEAD, /api/v1/models, /api/v1/models, ANYONE, ORDINARY",
        "GET, /api/v1/models/rivian, /api/v1/models/{slug}, ANYONE, ORDINARY",
        "GET, /api/v1/models/rivian/versions, /api/v1/models/{slug}/versions, ANYONE, ORDINARY",
        "GET, /api/v1/models/rivian/versions/3, /api/v1/models/{slug}/versions/{n}, ANYONE, ORDINARY",
        "GET, /api/v1/models/rivian/versions/3/sheets, /api/v1/models/{slug}/versions/{n}/sheets, ANYONE, ORDINARY",
        "GET, /api/v1/models/rivian/versions/3/sheets/0/rows, /api/v1/models/{slug}/versions/{n}/sheets/{index}/rows, ANYONE, ORDINARY",
        "GET, /api/v1/models/rivian/versions/3/content, /api/v1/models/{slug}/versions/{n}/content, SIGNED_IN, DOWNLOAD",
        "GET, /api/v1/models/rivian/versions/3/diff, /api/v1/models/{slug}/versions/{n}/diff, SIGNED_IN, ORDINARY",
        "GET, /api/v1/admin/models/7/versions/3/diff, /api/v1/admin/models/{id}/versions/{n}/diff, SIGNED_IN, ORDINARY",
        "POST, /api/v1/admin/models, /api/v1/admin/models, SIGNED_IN, ORDINARY",
        "PUT, /api/v1/admin/models/7, /api/v1/admin/models/{id}, SIGNED_IN, ORDINARY",
        "POST, /api/v1/admin/models/7/versions, /api/v1/admin/models/{id}/versions, SIGNED_IN, UPLOAD",
        "POST, /api/v1/admin/models/7/versions/1/publish, /api/v1/admin/models/{id}/versions/{n}/publish, SIGNED_IN, ORDINARY",
        "HEAD, /api/v1/models/rivian/versions/3/content, /api/v1/models/{slug}/versions/{n}/content, SIGNED_IN, DOWNLOAD",
        "HEAD, /api/v1/admin/models/7/versions/3/content, /api/v1/admin/models/{id}/versions/{n}/content, SIGNED_IN, DOWNLOAD",
        "GET, /api/v1/admin/reconciliations, /api/v1/admin/reconciliations, SIGNED_IN, ORDINARY",
        "OPTIONS, /api/v1/admin/uploads, /api/v1/admin/uploads, SIGNED_IN, ORDINARY",
        "POST, /api/v1/admin/uploads, /api/v1/admin/uploads, SIGNED_IN, UPLOAD",
        "HEAD, /api/v1/admin/uploads/7, /api/v1/admin/uploads/{id}, SIGNED_IN, ORDINARY",
        "PATCH, /api/v1/admin/uploads/7, /api/v1/admin/uploads/{id}, SIGNED_IN, UPLOAD",
        "DELETE, /api/v1/admin/uploads/7, /api/v1/admin/uploads/{id}, SIGNED_IN, ORDINARY",
        "GET, /api/v1/admin/jobs/9, /api/v1/admin/jobs/{id}, SIGNED_IN, ORDINARY",
        "GET, /api/v1/admin/jobs/9/events, /api/v1/admin/jobs/{id}/events, SIGNED_IN, EVENTS",
    })
    void aRouteIsFoundByMethodAndPath(String method, String path, String name, Access access, Traffic traffic) {
        // When
        RouteMatch match = table.match(HttpMethod.valueOf(method), segments(path));

        // Then
        assertThat(match).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.route().name()).isEqualTo(name);
            assertThat(found.route().access()).isEqualTo(access);
            assertThat(found.route().traffic()).isEqualTo(traffic);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/MODELS",
        "/api/v1/models/",
        "/api/v1/models//versions",
        "/api/v1/model",
        "/api/v2/models",
        "/api/v1/admin",
        "/api/v1/models/rivian/versions/3/content/more",
        "/q/health",
        "/",
    })
    void whatIsNotInTheTableIsUnknown(String path) {
        // When
        RouteMatch match = table.match(HttpMethod.GET, segments(path));

        // Then
        assertThat(match).isEqualTo(new Unknown());
    }

    @Test
    void aKnownPathWithAnotherMethodNamesTheMethodsItTakes() {
        // When
        RouteMatch match = table.match(HttpMethod.DELETE, segments("/api/v1/admin/models/7"));

        // Then
        assertThat(match).isEqualTo(new WrongMethod("/api/v1/admin/models/{id}", List.of("GET", "HEAD", "PUT")));
    }

    @Test
    void nothingUnderAdminPassesWithoutAnIdentity() {
        // When
        List<Route> admin = Routes.ALL.stream()
                .filter(route -> route.name().startsWith("/api/v1/admin"))
                .toList();

        // Then
        assertThat(admin).isNotEmpty().allMatch(route -> route.access() == Access.SIGNED_IN);
    }

    @Test
    void theSameRouteTwiceIsRefused() {
        // Given
        Route route = Routes.ALL.getFirst();

        // When, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RouteTable(List.of(route, route)))
                .withMessageContaining(route.name());
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
