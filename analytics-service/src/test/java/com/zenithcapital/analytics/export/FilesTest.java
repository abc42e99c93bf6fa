package com.zenithcapital.analytics.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors write may look like a formula; what they write must come back all the same. */
class FilesTest {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"), "poifiles");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.example\")"})
    void aTextThatBeginsLikeAFormulaIsShownAndNotRun(String text) throws IOException {
        // When
        CSVRecord csv = csv(row(text)).getLast();
        XSSFSheet sheet = xlsx(row(text));

        // Then
        assertThat(csv.get(0)).isEqualTo("'" + text);
        // XML has no bare carriage return; POI writes it as an escape and reads that again.
        assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "comma, \"quotes\"", "two\nlines", "Zürich, 東京", "", "'", " x"})
    void anyOtherTextComesBackAsItWas(String text) throws IOException {
        // When
        CSVRecord csv = csv(row(text)).getLast();
        XSSFSheet sheet = xlsx(row(text));

        // Then
        assertThat(csv.get(0)).isEqualTo(text);
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo(text);
    }

    @Test
    void numbersStayNumbers() throws IOException {
        // Given
        Table table = new Table("t", List.of("n", "d", "none"), sheet -> sheet.row(-5L, -0.25, null));

        // When
        CSVRecord csv = csv(table).getLast();
        XSSFSheet sheet = xlsx(table);

        // Then
        assertThat(csv.toList()).containsExactly("-5", "-0.25", "");
        assertThat(sheet.getRow(1).getCell(0).getNumericCellValue()).isEqualTo(-5);
        assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(-0.25);
        assertThat(sheet.getRow(1).getCell(2)).isNull();
    }

    @Test
    void aWorkbookLeavesNoTemporaryFile() throws IOException {
        // When
        XSSFSheet sheet = xlsx(rows(5_000));

        // Then
        assertThat(sheet.getLastRowNum()).isEqualTo(5_000);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void aClientThatGoesAwayLeavesNoTemporaryFileEither() {
        // Given
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        // When
        var writing = assertThatThrownBy(() -> XlsxFile.write(rows(5_000), gone));

        // Then
        writing.isInstanceOf(IOException.class);
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void anAnswerThatFailsHalfwayLeavesNoTemporaryFile() {
        // Given
        Table failing = new Table("t", List.of("n"), sheet -> {
            for (int i = 0; i < 1_000; i++) {
                sheet.row(i);
            }
            throw new IllegalStateException("The database is away");
        });

        // When
        var writing = assertThatThrownBy(() -> XlsxFile.write(failing, new ByteArrayOutputStream()));

        // Then
        writing.hasMessage("The database is away");
        assertThat(temporaryFiles()).isZero();
    }

    private static Table row(String text) {
        return new Table("t", List.of("text"), sheet -> sheet.row(text));
    }

    private static Table rows(int count) {
        return new Table("t", List.of("n", "text"), sheet -> {
            for (int i = 0; i < count; i++) {
                sheet.row(i, "text " + i);
            }
        });
    }

    private static List<CSVRecord> csv(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile.write(table, out);
        try (StringReader in = new StringReader(out.toString(UTF_8))) {
            return CSVFormat.RFC4180.parse(in).getRecords();
        }
    }

    private static XSSFSheet xlsx(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxFile.write(table, out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getSheetAt(0);
        }
    }

    private static long temporaryFiles() {
        if (!Files.isDirectory(TEMPORARY)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(TEMPORARY)) {
            return files.filter(file -> file.getFileName().toString().startsWith("poi-sxssf"))
                    .count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
