package com.zenithcapital.workbook.ooxml;

import static com.zenithcapital.workbook.verdict.Rejection.ACTIVE_CONTENT;
import static com.zenithcapital.workbook.verdict.Rejection.MACRO_NOT_ALLOWED;

import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what runs or is opened without being a cell. Each kind is looked for in three places, because readers differ
 * in which one they believe: content types, relationships and the names that Office gives the parts.
 */
public final class DangerousContent {

    private static final List<String> MACRO_TYPES =
            List.of("ms-office.vbaproject", "ms-excel.macrosheet", "ms-excel.intlmacrosheet", "ms-word.vbadata");

    private static final Set<String> MACRO_RELATIONSHIPS =
            Set.of("vbaproject", "xlmacrosheet", "xlintlmacrosheet", "wordvbadata", "vbaprojectsignature");

    private static final List<String> ACTIVE_TYPES =
            List.of("ms-office.activex", "officedocument.oleobject", "openxmlformats-officedocument.package");

    /** {@code package} is an Office document embedded as an object; form controls ({@code ctrlProp}) run nothing. */
    private static final Set<String> ACTIVE_RELATIONSHIPS =
            Set.of("oleobject", "package", "control", "activexcontrolbinary", "attachedtemplate");

    private final OoxmlPackage ooxml;
    private final Policy policy;

    public DangerousContent(OoxmlPackage ooxml, Policy policy) {
        this.ooxml = ooxml;
        this.policy = policy;
    }

    /** Refuses the package where a part by itself is enough to; macros before embedded objects. */
    public void checkParts() {
        List<String> parts = ooxml.parts();
        if (!policy.macrosAllowed()) {
            parts.stream().filter(this::isMacro).findFirst().ifPresent(part -> {
                throw MACRO_NOT_ALLOWED.because("The workbook holds macros in the part %s; macros are not allowed."
                        .formatted(Shortened.name(part)));
            });
        }
        if (!policy.activeContentAllowed()) {
            parts.stream().filter(this::isActive).findFirst().ifPresent(part -> {
                throw ACTIVE_CONTENT.because(
                        "The workbook holds an embedded object or ActiveX control in the part %s; these are not allowed."
                                .formatted(Shortened.name(part)));
            });
        }
    }

    /** Refuses the package where this relationship is enough to. */
    public void check(String source, Relationship relationship) {
        if (!policy.macrosAllowed() && MACRO_RELATIONSHIPS.contains(relationship.type())) {
            throw MACRO_NOT_ALLOWED.because("The part %s refers to macros in %s; macros are not allowed."
                    .formatted(Shortened.name(source), Shortened.name(relationship.target())));
        }
        if (!policy.activeContentAllowed() && ACTIVE_RELATIONSHIPS.contains(relationship.type())) {
            throw ACTIVE_CONTENT.because(
                    "The part %s refers to an embedded or linked object, %s; these are not allowed."
                            .formatted(Shortened.name(source), Shortened.name(relationship.target())));
        }
    }

    private boolean isMacro(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        String type = ooxml.contentType(part);
        return MACRO_TYPES.stream().anyMatch(type::contains)
                || name.contains("/macrosheets/")
                || name.contains("/intlmacrosheets/")
                || name.endsWith("vbaproject.bin");
    }

    private boolean isActive(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        String type = ooxml.contentType(part);
        return ACTIVE_TYPES.stream().anyMatch(type::contains)
                || name.contains("/embeddings/")
                || name.contains("/activex/");
    }
}
