package com.zenithcapital.workbook.ooxml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says of itself and holds beside its cells.
 *
 * @param definedNames how many there are; {@code names} are the first of them
 * @param structureProtected whether sheets cannot be added, moved or unhidden
 * @param protectedSheets names of those that cannot be changed
 */
public record DocumentFacts(
        Properties properties,
        int definedNames,
        List<DefinedName> names,
        Parts parts,
        boolean structureProtected,
        List<String> protectedSheets) {

    public DocumentFacts {
        names = List.copyOf(names);
        protectedSheets = List.copyOf(protectedSheets);
    }

    /** As the program that saved it wrote them; nobody checked them (ECMA-376 part 2, 8; part 1, 22.2). */
    public record Properties(
            @Nullable String title,
            @Nullable String creator,
            @Nullable String lastModifiedBy,
            @Nullable String created,
            @Nullable String modified,
            @Nullable String application) {}

    /** @param scope the sheet on which it is known, or null where it is known on all */
    public record DefinedName(
            String name, String refersTo, @Nullable String scope, boolean hidden) {}

    /** How many of each there are. */
    public record Parts(int externalLinks, int connections, int pivotTables, int charts, int tables, int comments) {}

    /** With what only the sheets themselves say. */
    public DocumentFacts withProtectedSheets(List<String> sheets) {
        return new DocumentFacts(properties, definedNames, names, parts, structureProtected, sheets);
    }
}
