package com.zenithcapital.modelfile.difference;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version to another, as the engine writes it: for who reads the OpenAPI document. Lists end, counts do
 * not. The engine's README says what counts as which change.
 *
 * @param same whether nothing differs
 * @param sheets those that differ in anything, in the newer workbook's order, removed ones last
 */
record DifferenceDocument(boolean same, List<Sheet> sheets, Names names, Moved moved) {

    /**
     * @param before where it was; null for an added sheet
     * @param after where it is; null for a removed one
     * @param renamed whether all it holds stands under another name now
     * @param moved whether it changed its place among the sheets that stayed
     * @param compared false where its cells are stored in no order, so that they were not compared
     */
    record Sheet(
            String name,

            @Schema(enumeration = {"added", "removed", "changed"})
            String change,

            @Nullable Place before,
            @Nullable Place after,
            boolean renamed,
            boolean moved,
            boolean compared,
            Lines rows,
            Lines columns,
            Cells cells) {}

    /** @param position from 1 */
    record Place(
            String name,
            int position,

            @Schema(enumeration = {"visible", "hidden", "veryHidden"})
            String visibility) {}

    /**
     * @param inserted such as {@code 7:9} or {@code C}, in the newer sheet
     * @param deleted the same, in the older one
     */
    record Lines(long insertedCount, List<String> inserted, long deletedCount, List<String> deleted) {}

    /**
     * How many cells differ, by what, and the first of them. Those of inserted and deleted rows and columns are not among
     * them.
     *
     * @param recalculated formulas that are the same and give another result; not in {@code count}, not listed
     */
    record Cells(
            long count,
            long added,
            long removed,
            long formula,
            long value,
            long format,
            long recalculated,
            List<Cell> list) {}

    /**
     * @param from where it was
     * @param to where it is
     * @param before what it held; null for an added one
     * @param after what it holds; null for a removed one
     * @param aspects of its format that differ, where nothing else does; absent otherwise
     */
    record Cell(
            @Schema(enumeration = {"added", "removed", "formula", "value", "format"})
            String change,

            String from,
            String to,
            @Nullable State before,
            @Nullable State after,
            @Nullable List<String> aspects) {}

    /**
     * Texts are cut to 256 characters, of two formulas around the place where they differ.
     *
     * @param value as stored; null where nothing was calculated
     * @param formula without its equals sign; null for a constant
     */
    record State(
            @Schema(enumeration = {"number", "boolean", "error", "date", "text"})
            String type,

            @Nullable String value,
            @Nullable String formula,
            String numberFormat) {}

    /** Defined names that differ: how many, and the first of them. */
    record Names(long count, List<Name> list) {}

    /**
     * @param scope the sheet on which it is known; null for all
     * @param before what it referred to; null for an added one
     * @param after what it refers to; null for a removed one
     */
    record Name(
            String name,
            @Nullable String scope,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Results that are others because of the changes.
     *
     * @param complete false where the workbooks are too large to follow all of them
     * @param cells how many moved
     * @param unexplained results that are others for no reason that the formulas show
     * @param outputCount how many of the moved have a name, or no formula that depends on them
     * @param outputs the first of those
     */
    record Moved(boolean complete, long cells, long unexplained, long outputCount, List<Output> outputs) {}

    /** @param name that is defined for the cell, or null */
    record Output(
            String sheet,
            String cell,
            @Nullable String name,
            @Nullable String before,
            @Nullable String after) {}
}
