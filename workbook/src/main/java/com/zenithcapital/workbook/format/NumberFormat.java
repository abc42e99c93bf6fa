package com.zenithcapital.workbook.format;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format code, ready to show numbers and texts. It shows what a wide column of Excel with American settings would, but
 * without blanks at the ends, which only align. Colours and filling are left out.
 *
 * <p>Apache POI's formatter was tried and not taken: a zero in the accounting format came out as {@code - 0}, {@code
 * #,##0.0,,"m"} did not divide, {@code 0"E"} lost its letter, {@code ;;;} showed the number, conditions and 29 February
 * 1900 were wrong.
 */
public final class NumberFormat {

    public static final NumberFormat GENERAL = new NumberFormat(List.of());

    /** Longest format code that Excel takes. */
    static final int LONGEST_CODE = 255;

    private static final int MOST_SECTIONS = 4;
    private static final Section PLAIN = new Section(List.of(new Token.General()), null, Language.ENGLISH);

    private final List<Section> sections;
    private final @Nullable Section textSection;
    private final boolean conditional;

    private NumberFormat(List<Section> all) {
        boolean lastIsText =
                !all.isEmpty() && (all.size() == MOST_SECTIONS || all.getLast().hasText());
        this.textSection = lastIsText ? all.getLast() : null;
        this.sections = List.copyOf(lastIsText ? all.subList(0, all.size() - 1) : all);
        this.conditional = sections.stream().anyMatch(section -> section.condition() != null);
    }

    public static NumberFormat of(String code) {
        if (code.length() > LONGEST_CODE || code.equalsIgnoreCase("General")) {
            return GENERAL;
        }
        List<Section> sections = SectionParser.parse(code);
        return new NumberFormat(sections.subList(0, Math.min(sections.size(), MOST_SECTIONS)));
    }

    /** Whether it shows numbers as moments or durations. */
    public boolean isDate() {
        return !sections.isEmpty() && sections.getFirst().isDate();
    }

    /** {@code stored} itself where it is no number. */
    public String number(String stored, boolean date1904) {
        BigDecimal number = GeneralNumber.parse(stored);
        if (number == null || sections.isEmpty()) {
            return GeneralNumber.show(stored);
        }
        Chosen chosen = choose(number);
        Section section = chosen.section();
        if (section.isDate()) {
            return DateLayout.show(section, number, date1904).strip();
        }
        String shown = NumberLayout.show(section, number.abs());
        boolean negative = number.signum() < 0 && chosen.signed() && !isZero(shown);
        return (negative ? "-" + shown.stripLeading() : shown).strip();
    }

    /** {@code stored} as it is where it is no date, or the format shows none. */
    public String isoDate(String stored, boolean date1904) {
        BigDecimal count = IsoDate.count(stored, date1904);
        boolean shown = !sections.isEmpty() && sections.getFirst().isDate();
        return count == null || !shown ? stored : number(count.toPlainString(), date1904);
    }

    public String text(String text) {
        if (textSection == null) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (Token token : textSection.tokens()) {
            switch (token) {
                case Token.Text whole -> shown.append(text);
                case Token.General whole -> shown.append(text);
                case Token.Literal literal -> shown.append(literal.text());
                default -> {
                    // A place for a digit has nothing to show of a text.
                }
            }
        }
        return shown.toString();
    }

    /** @param signed whether a minus of the number itself is put in front */
    private record Chosen(Section section, boolean signed) {}

    private Chosen choose(BigDecimal number) {
        if (conditional) {
            return chooseByCondition(number);
        }
        return switch (sections.size()) {
            case 1 -> new Chosen(sections.getFirst(), true);
            case 2 -> new Chosen(sections.get(number.signum() < 0 ? 1 : 0), false);
            default -> new Chosen(sections.get(number.signum() < 0 ? 1 : number.signum() > 0 ? 0 : 2), false);
        };
    }

    private Chosen chooseByCondition(BigDecimal number) {
        for (int index = 0; index < sections.size(); index++) {
            Section section = sections.get(index);
            Condition condition = section.condition();
            boolean last = index == sections.size() - 1;
            // Without a condition of its own the second section is for what is negative, where a third follows.
            boolean holds = condition != null
                    ? condition.holds(number)
                    : last || (index == 0 ? number.signum() > 0 : number.signum() < 0);
            if (holds) {
                boolean ofNegatives = condition != null ? condition.isOfNegatives() : index == 1 && !last;
                return new Chosen(section, !ofNegatives);
            }
        }
        return new Chosen(PLAIN, true);
    }

    /** "-0.0" is no number that Excel shows. */
    private static boolean isZero(String shown) {
        return shown.chars().anyMatch(c -> c == '0') && shown.chars().noneMatch(c -> c >= '1' && c <= '9');
    }
}
