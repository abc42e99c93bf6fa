package com.zenithcapital.workbook.inspection;

import com.zenithcapital.workbook.dependency.OtherParts;
import com.zenithcapital.workbook.dependency.WorkbookDependencies;
import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.ooxml.DangerousContent;
import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.ooxml.DocumentReader;
import com.zenithcapital.workbook.ooxml.ExternalParts;
import com.zenithcapital.workbook.ooxml.MainPart;
import com.zenithcapital.workbook.ooxml.NumberFormats;
import com.zenithcapital.workbook.ooxml.OoxmlPackage;
import com.zenithcapital.workbook.ooxml.Relationship;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.ooxml.WorkbookPart;
import com.zenithcapital.workbook.sheet.PreviewShape;
import com.zenithcapital.workbook.sheet.SheetContent;
import com.zenithcapital.workbook.sheet.SheetCounts;
import com.zenithcapital.workbook.sheet.SheetCursor;
import com.zenithcapital.workbook.sheet.WorksheetReader;
import com.zenithcapital.workbook.verdict.Verdict;
import com.zenithcapital.workbook.xml.PartReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Inspects a package that passed the gate: relationships first, because they alone can refuse it; then the sheets, two
 * at a time; then every other part, so that each byte of an accepted file has been inflated and each XML part parsed.
 */
final class PackageInspection {

    private final OoxmlPackage ooxml;
    private final MainPart main;
    private final DangerousContent dangers;
    private final InspectionOptions options;
    private final WorkbookPart workbook;
    private final WorkbookDependencies dependencies;
    private final OtherParts others;
    private final FindingList findings = new FindingList();
    /** Parts that have been read to their end. */
    private final Set<String> read = new HashSet<>();

    PackageInspection(OoxmlPackage ooxml, MainPart main, DangerousContent dangers, InspectionOptions options) {
        this.ooxml = ooxml;
        this.main = main;
        this.dangers = dangers;
        this.options = options;
        this.workbook = WorkbookPart.read(ooxml, main);
        try (PartReader xml = ooxml.read(main.name())) {
            this.dependencies = WorkbookDependencies.read(xml, workbook.sheets());
        }
        this.others = new OtherParts(dependencies);
        read.add(main.name());
    }

    Inspection run() throws IOException {
        checkRelationships();
        List<SheetPart> sheets = workbook.sheets();
        sheets.forEach(findings::addHidden);
        List<@Nullable SheetContent> contents = readSheets();
        SharedStrings strings = sharedStrings(contents);

        List<Inspection.Sheet> summaries = new ArrayList<>();
        List<Inspection.Preview> previews = new ArrayList<>();
        List<String> protectedSheets = new ArrayList<>();
        for (int index = 0; index < sheets.size(); index++) {
            SheetPart sheet = sheets.get(index);
            SheetContent content = contents.get(index);
            if (content == null) {
                summaries.add(new Inspection.Sheet(sheet.name(), sheet.visibility(), SheetCounts.NONE));
                continue;
            }
            content.check(sheet.name(), strings);
            summaries.add(new Inspection.Sheet(sheet.name(), sheet.visibility(), content.counts()));
            content.findings(sheet.name()).forEach(findings::add);
            if (content.isProtected()) {
                protectedSheets.add(sheet.name());
            }
            if (sheet.isShown()) {
                previews.add(Inspection.Preview.of(index, content.preview(strings)));
            }
        }
        readRemainingParts();
        dependencies.findings(PreviewShares.ranges(sheets)).forEach(findings::add);
        DocumentFacts facts = new DocumentReader(ooxml, workbook).read(main).withProtectedSheets(protectedSheets);
        return new Inspection(new Verdict.Accepted(), summaries, findings.toList(), previews, facts);
    }

    private void checkRelationships() {
        ExternalParts external = new ExternalParts(ooxml, options.policy());
        List<String> parts = ooxml.relationshipParts();
        // All of them twice: a macro refuses the package before any link in it is followed.
        for (String part : parts) {
            ooxml.readRelationships(part).forEach(relationship -> dangers.check(part, relationship));
        }
        for (String part : parts) {
            for (Relationship relationship : ooxml.readRelationships(part)) {
                external.findings(relationship).forEach(findings::add);
            }
        }
        read.addAll(parts);
    }

    /** In the workbook's order; null where a sheet holds no cells by its kind. */
    private List<@Nullable SheetContent> readSheets() throws IOException {
        CellStyles styles = workbook.related(ooxml, "styles")
                .map(part -> {
                    try (PartReader xml = ooxml.read(part)) {
                        read.add(part);
                        return NumberFormats.read(xml);
                    }
                })
                .orElseGet(CellStyles::none);
        PreviewShape shape = PreviewShares.of(workbook.sheets(), options);
        List<InParallel.Task<@Nullable SheetContent>> tasks = new ArrayList<>();
        for (int index = 0; index < workbook.sheets().size(); index++) {
            SheetPart sheet = workbook.sheets().get(index);
            if (sheet.kind() == Kind.WORKSHEET) {
                read.add(sheet.part());
            }
            int place = index;
            PreviewShape wanted = sheet.isShown() ? shape : PreviewShape.NOTHING;
            tasks.add(new InParallel.Task<>(ooxml.bytes(sheet.part()), () -> readSheet(place, wanted, styles)));
        }
        return InParallel.run(tasks);
    }

    private @Nullable SheetContent readSheet(int place, PreviewShape shape, CellStyles styles) {
        SheetPart sheet = workbook.sheets().get(place);
        if (sheet.kind() != Kind.WORKSHEET) {
            return null;
        }
        try (PartReader xml = ooxml.read(sheet.part())) {
            int ranges = PreviewShares.ranges(workbook.sheets());
            return new WorksheetReader(
                            sheet,
                            options.policy(),
                            shape,
                            ranges,
                            styles,
                            workbook.date1904(),
                            dependencies.listener(place, styles))
                    .read(new SheetCursor(xml, (text, moves) -> dependencies.addBeside(place, text, moves)));
        }
    }

    private SharedStrings sharedStrings(List<@Nullable SheetContent> contents) {
        Optional<String> part = workbook.related(ooxml, "sharedstrings");
        if (part.isEmpty()) {
            return SharedStrings.none();
        }
        read.add(part.get());
        int[] wanted = contents.stream()
                .flatMapToInt(content -> content == null ? IntStream.empty() : content.wantedStrings())
                .toArray();
        try (PartReader xml = ooxml.read(part.get())) {
            return SharedStrings.read(xml, wanted, PreviewShape.LONGEST_TEXT);
        }
    }

    /** Pictures, themes, charts: little is said of them, but they must be what the directory says, and XML sound. */
    private void readRemainingParts() throws IOException {
        for (int place = 0; place < workbook.sheets().size(); place++) {
            for (Relationship relationship :
                    ooxml.relationships(workbook.sheets().get(place).part())) {
                if (!relationship.external()) {
                    int sheet = place;
                    ooxml.find(relationship.target()).ifPresent(part -> others.add(part, sheet));
                }
            }
        }
        List<InParallel.Task<Boolean>> tasks = new ArrayList<>();
        for (String part : ooxml.parts()) {
            String type = ooxml.contentType(part);
            if (type.contains("vbaproject") || type.contains("macrosheet")) {
                dependencies.addProgram();
            }
            if (!read.contains(part)) {
                tasks.add(new InParallel.Task<>(ooxml.bytes(part), () -> {
                    readThrough(part);
                    return true;
                }));
            }
        }
        InParallel.run(tasks);
    }

    private void readThrough(String part) throws IOException {
        if (ooxml.isXml(part)) {
            try (PartReader xml = ooxml.read(part)) {
                others.read(part, xml);
            }
        } else {
            ooxml.verify(part);
        }
    }
}
