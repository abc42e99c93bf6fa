package com.zenithcapital.workbook.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.dependency.CircularReferences.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a search cell by cell: what is complete was settled by order alone. */
class OrderProofTest {

    private static final Limits NO_SEARCH = new Limits(1_000_000, 10_000, 1_000_000, 0, 0);

    private static CircularReferences circles(String rows) {
        return new Model("One").rows(0, rows.split("/")).circles(NO_SEARCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 =A3 =B3 =C3 / 1 1 1 1 / =A1+A2 =B1+B2 =C1+C2 =D1+D2", // corkscrew
                "=B3 =C3 =D3 5 / 1 1 1 1 / =A1+A2 =B1+B2 =C1+C2 =D1+D2", // the same from the end
                "1 1 / =SUM(A$1:A1) =SUM(B$1:B1) / =SUM(A$1:A2) =SUM(B$1:B2) / =SUM(A$1:A3) =SUM(B$1:B3)",
                "1 =A1+1 =B1+1 =C1+1",
                "=A2+1 / =A3+1 / =A4+1 / 1",
                "=SUM(B1:$E1) =SUM(C1:$E1) =SUM(D1:$E1) =E1 9",
                "1 1 1 / =B1+A1 =C1+B1 1 / =B2+A2 =C2+B2 1 / =B3+A3 =C3+B3 1", // up and to the right
                "=$D2*2 1 1 =C1 / 1 1 =$D1 =C2", // rows that read each other once
            })
    void an_order_is_seen(String rows) {
        CircularReferences circles = circles(rows);

        assertThat(circles.isComplete()).isTrue();
        assertThat(circles.loops()).isEmpty();
        assertThat(circles.own()).isEmpty();
    }

    @Test
    void what_no_order_shows_is_left_open() {
        // The same cells are no circle: A1 reads C1, D1 reads B1.
        assertThat(circles("=C1 1 1 =B1").isComplete()).isTrue();
        assertThat(circles("=B1 =A1").isComplete()).isFalse();
        assertThat(circles("1 =C1+A1 =B1").isComplete()).isFalse();
    }

    @Test
    void a_formula_of_its_own_cell_needs_no_order() {
        CircularReferences circles = circles("1 / 2 / =SUM(A1:A3)");

        assertThat(circles.isComplete()).isTrue();
        assertThat(circles.own()).hasSize(1);
    }

    @Test
    void a_bound_of_steps_leaves_it_open() {
        Model model = new Model("One").rows(0, "5 =A3 =B3 =C3", "1 1 1 1", "=A1+A2 =B1+B2 =C1+C2 =D1+D2");

        assertThat(model.circles(new Limits(3, 10_000, 1_000, 100, 1_000)).isComplete())
                .isFalse();
        assertThat(model.circles(new Limits(1_000, 1, 1_000, 100, 1_000)).isComplete())
                .isFalse();
        assertThat(model.circles(new Limits(1_000, 10_000, 1, 100, 1_000)).isComplete())
                .isFalse();
        assertThat(model.circles(new Limits(1_000, 10_000, 1_000, 0, 0)).isComplete())
                .isTrue();
    }

    @Test
    void a_bound_of_cells_or_their_steps_leaves_a_circle_open() {
        Model model = new Model("One").rows(0, "=B1 =A1");

        assertThat(model.circles(new Limits(1_000, 1_000, 1_000, 2, 1_000)).loops())
                .hasSize(1);
        assertThat(model.circles(new Limits(1_000, 1_000, 1_000, 1, 1_000)).isComplete())
                .isFalse();
        assertThat(model.circles(new Limits(1_000, 1_000, 1_000, 2, 1)).isComplete())
                .isFalse();
    }
}
