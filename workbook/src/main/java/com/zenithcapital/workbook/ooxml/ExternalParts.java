package com.zenithcapital.workbook.ooxml;

import static com.zenithcapital.workbook.verdict.Rejection.ACTIVE_CONTENT;

import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rule;
import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.xml.PartReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a workbook takes from outside: other workbooks, servers, pictures, data connections. */
public final class ExternalParts {

    private static final int MOST_CONNECTIONS = 100;

    private final OoxmlPackage ooxml;
    private final Policy policy;
    /** Many relationships may lead to one part, which is to be read once and not thousands of times. */
    private final Set<String> links = new HashSet<>();

    private final Set<String> connections = new HashSet<>();

    public ExternalParts(OoxmlPackage ooxml, Policy policy) {
        this.ooxml = ooxml;
        this.policy = policy;
    }

    /** Findings on what one relationship brings in; refuses DDE and linked objects. */
    public List<Finding> findings(Relationship relationship) {
        if (relationship.external()) {
            return relationship.type().equals("image")
                    ? List.of(Finding.ofWorkbook(
                            Rule.EXTERNAL_LINK,
                            "A picture is loaded from " + Shortened.name(relationship.target()) + "."))
                    : List.of();
        }
        return switch (relationship.type()) {
            case "externallink" ->
                ooxml.find(relationship.target())
                        .filter(links::add)
                        .map(this::link)
                        .orElse(List.of());
            case "connections" ->
                ooxml.find(relationship.target())
                        .filter(connections::add)
                        .map(this::connections)
                        .orElse(List.of());
            case "webextensiontaskpanes" ->
                List.of(Finding.ofWorkbook(Rule.WEB_ADD_IN, "An Office add-in opens with the workbook."));
            default -> List.of();
        };
    }

    private List<Finding> link(String part) {
        try (PartReader xml = ooxml.read(part)) {
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "externalBook" -> {
                        String target = target(part, xml.attribute("id"));
                        xml.readToEnd();
                        return List.of(Finding.ofWorkbook(
                                Rule.EXTERNAL_LINK,
                                "Formulas may take values from another workbook: " + Shortened.name(target) + "."));
                    }
                    case "ddeLink", "oleLink" -> {
                        if (!policy.activeContentAllowed()) {
                            throw ACTIVE_CONTENT.because(
                                    "The part %s links to another program (%s); such links are not allowed."
                                            .formatted(Shortened.name(part), xml.name()));
                        }
                    }
                    default -> {
                        // The values that were last seen there.
                    }
                }
            }
        }
        return List.of();
    }

    private String target(String part, @Nullable String id) {
        return ooxml.relationships(part).stream()
                .filter(relationship -> relationship.id().equals(id))
                .map(Relationship::target)
                .findFirst()
                .map(PartNames::unescape)
                .orElse("unknown");
    }

    private List<Finding> connections(String part) {
        List<Finding> findings = new ArrayList<>();
        try (PartReader xml = ooxml.read(part)) {
            while (xml.nextElement()) {
                if (xml.name().equals("connection") && findings.size() < MOST_CONNECTIONS) {
                    String name = xml.attribute("name");
                    findings.add(Finding.ofWorkbook(
                            Rule.DATA_CONNECTION,
                            "Data connection %s (%s)."
                                    .formatted(Shortened.name(name == null ? "without a name" : name), kind(xml))));
                }
            }
        }
        return findings;
    }

    /** ECMA-376 part 1, 18.13.1. */
    private static String kind(PartReader xml) {
        String type = xml.attribute("type");
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "1" -> "ODBC";
            case "2" -> "DAO";
            case "3" -> "file";
            case "4" -> "web page";
            case "5" -> "OLE DB";
            case "6" -> "text file";
            case "7" -> "ADO";
            default -> "other";
        };
    }
}
