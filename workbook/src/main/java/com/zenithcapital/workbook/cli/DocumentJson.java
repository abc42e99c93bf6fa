package com.zenithcapital.workbook.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.zenithcapital.workbook.ooxml.DocumentFacts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a workbook says of itself, as a member of the inspection. */
final class DocumentJson {

    private DocumentJson() {}

    static void write(JsonGenerator json, @Nullable DocumentFacts facts) throws IOException {
        if (facts == null) {
            json.writeNullField("document");
            return;
        }
        json.writeObjectFieldStart("document");
        writeProperties(json, facts.properties());
        writeNames(json, facts);
        DocumentFacts.Parts parts = facts.parts();
        json.writeNumberField("externalLinks", parts.externalLinks());
        json.writeNumberField("connections", parts.connections());
        json.writeNumberField("pivotTables", parts.pivotTables());
        json.writeNumberField("charts", parts.charts());
        json.writeNumberField("tables", parts.tables());
        json.writeNumberField("comments", parts.comments());
        json.writeObjectFieldStart("protection");
        json.writeBooleanField("structure", facts.structureProtected());
        json.writeArrayFieldStart("sheets");
        for (String sheet : facts.protectedSheets()) {
            json.writeString(sheet);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeProperties(JsonGenerator json, DocumentFacts.Properties properties) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("title", properties.title());
        json.writeStringField("creator", properties.creator());
        json.writeStringField("lastModifiedBy", properties.lastModifiedBy());
        json.writeStringField("created", properties.created());
        json.writeStringField("modified", properties.modified());
        json.writeStringField("application", properties.application());
        json.writeEndObject();
    }

    private static void writeNames(JsonGenerator json, DocumentFacts facts) throws IOException {
        json.writeObjectFieldStart("definedNames");
        json.writeNumberField("count", facts.definedNames());
        json.writeArrayFieldStart("list");
        for (DocumentFacts.DefinedName name : facts.names()) {
            json.writeStartObject();
            json.writeStringField("name", name.name());
            json.writeStringField("refersTo", name.refersTo());
            json.writeStringField("scope", name.scope());
            json.writeBooleanField("hidden", name.hidden());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
