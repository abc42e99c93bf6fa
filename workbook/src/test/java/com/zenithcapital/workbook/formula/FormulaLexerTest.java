package com.zenithcapital.workbook.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaLexerTest {

    private static final String CHARACTERS = "AZ19$:!'\"[](),. +-*/^&<>={}#@%;eE_\\?Q\u00e4\ud83d";

    private static List<String> tokens(String formula) {
        FormulaLexer lexer = new FormulaLexer();
        lexer.read(formula);
        List<String> tokens = new ArrayList<>();
        while (lexer.next() != TokenKind.END) {
            tokens.add(lexer.kind() + " " + lexer.token());
        }
        return tokens;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$B7 | CELL $B7",
                "XFD1048576 | CELL XFD1048576",
                "XFE1 | NAME XFE1",
                "A1048577 | NAME A1048577",
                "LOG10(2) | FUNCTION LOG10; OPEN (; NUMBER 2; CLOSE )",
                "_xlfn.STDEV.S(A1) | FUNCTION _xlfn.STDEV.S; OPEN (; CELL A1; CLOSE )",
                "C:E | COLUMN C; OPERATOR :; COLUMN E",
                "$3:5 | ROW $3; OPERATOR :; ROW 5",
                "A1:B2 | CELL A1; OPERATOR :; CELL B2",
                "'It''s 1'!A1 | SHEET 'It''s 1'!; CELL A1",
                "Jan:Dec!B2 | SHEET Jan:Dec!; CELL B2",
                "[1]Peers!B2 | SHEET [1]Peers!; CELL B2",
                "Sales[[#This Row],[a]] | NAME Sales; BRACKETS [[#This Row],[a]]",
                "\"a\"\"(b\"&1.5E-3 | TEXT \"a\"\"(b\"; OPERATOR &; NUMBER 1.5E-3",
                "#DIV/0!+TRUE | ERROR #DIV/0!; OPERATOR +; NAME TRUE",
                "{1,2;3} | OPERATOR {; NUMBER 1; COMMA ,; NUMBER 2; OPERATOR ;; NUMBER 3; OPERATOR }",
                "\"open | TEXT \"open",
            })
    void a_formula_is_taken_apart(String formula, String expected) {
        assertThat(String.join("; ", tokens(formula))).isEqualTo(expected);
    }

    @RepeatedTest(20)
    void every_character_of_any_text_is_in_one_token(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        FormulaLexer lexer = new FormulaLexer();
        for (int count = 0; count < 5_000; count++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            StringBuilder read = new StringBuilder();
            lexer.read(text);
            while (lexer.next() != TokenKind.END) {
                assertThat(lexer.end()).as("of %s", text).isGreaterThan(lexer.start());
                read.append(lexer.token());
            }
            assertThat(read).hasToString(text.toString());
        }
    }
}
