package com.zenithcapital.modelfile.workbook;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says of itself, which nobody checked, and what it holds beside its cells.
 *
 * @param externalLinks other workbooks that its formulas name
 * @param connections sources its data was fetched from
 */
public record DocumentFacts(
        Properties properties,
        DefinedNames definedNames,
        int externalLinks,
        int connections,
        int pivotTables,
        int charts,
        int tables,
        int comments,
        Protection protection) {

    /** As the program that saved it wrote them (ECMA-376 part 2, 8; part 1, 22.2); texts, the times too. */
    public record Properties(
            @Nullable String title,
            @Nullable String creator,
            @Nullable String lastModifiedBy,
            @Nullable String created,
            @Nullable String modified,
            @Nullable String application) {}

    /** @param list the first of them, of an {@code .xls} none */
    public record DefinedNames(int count, List<DefinedName> list) {

        public DefinedNames {
            list = List.copyOf(list);
            if (count < list.size()) {
                throw new IllegalArgumentException("More names are listed than there are");
            }
        }
    }

    /** @param scope the sheet on which it is known; null where it is known on all */
    public record DefinedName(
            String name, String refersTo, @Nullable String scope, boolean hidden) {

        public DefinedName {
            requireNonNull(name, "name is null");
            requireNonNull(refersTo, "refersTo is null");
        }
    }

    /**
     * @param structure whether sheets cannot be added, moved or unhidden
     * @param sheets names of those that cannot be changed
     */
    public record Protection(boolean structure, List<String> sheets) {

        public Protection {
            sheets = List.copyOf(sheets);
        }
    }

    public DocumentFacts {
        requireNonNull(properties, "properties is null");
        requireNonNull(definedNames, "definedNames is null");
        requireNonNull(protection, "protection is null");
        if (externalLinks < 0 || connections < 0 || pivotTables < 0 || charts < 0 || tables < 0 || comments < 0) {
            throw new IllegalArgumentException("Things are counted from 0");
        }
    }
}
