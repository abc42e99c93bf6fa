package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.workbook.testing.RawBiff;
import com.zenithcapital.workbook.testing.RawEntry;
import com.zenithcapital.workbook.testing.RawZip;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is done to a workbook, the inspector answers: no exception leaves it, and it ends. */
class MutationTest {

    private static final int MUTANTS = 2_000;

    private static WorkbookBuilder workbook() {
        return WorkbookBuilder.withRows("<row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c>"
                        + "<c r=\"B1\"><f>NOW()+[1]Peers!A1</f><v>46112.25</v></c><c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>a_x0041_</t></r></is></c></row>")
                .sharedStrings("<si><t>Revenue &amp; cost</t></si>")
                .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
                .related("rIdConnections", "connections", "connections.xml")
                .part(
                        "xl/connections.xml",
                        "<connections><connection id=\"1\" name=\"Prices\" type=\"4\"/></connections>");
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] mutant = original.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(mutant, random.nextInt(mutant.length));
            }
            case 1 -> mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            case 2 -> {
                for (int changes = random.nextInt(1, 20); changes > 0; changes--) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
                }
            }
            default -> {
                int from = random.nextInt(mutant.length);
                int to = random.nextInt(mutant.length);
                int length = random.nextInt(1, mutant.length - Math.max(from, to) + 1);
                System.arraycopy(original, from, mutant, to, length);
            }
        }
        return mutant;
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_damaged_archive_gets_a_verdict() {
        byte[] original = workbook().toBytes();
        Random random = new Random(1);

        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            assertThat(inspect(mutate(original, random)).verdict()).isNotNull();
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_sound_archive_of_damaged_parts_gets_a_verdict() {
        Map<String, byte[]> parts = workbook().toParts();
        List<String> names = new ArrayList<>(parts.keySet());
        Random random = new Random(2);

        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            String damaged = names.get(random.nextInt(names.size()));
            RawZip zip = new RawZip();
            parts.forEach((name, content) ->
                    zip.add(RawEntry.of(name, name.equals(damaged) ? mutate(content, random) : content)));
            assertThat(inspect(zip.toBytes()).verdict()).isNotNull();
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_damaged_container_gets_a_verdict() {
        byte[] original = Arrays.copyOf(SampleWorkbook.of(Trait.ENCRYPTED).toBytes(), 4_096);
        Random random = new Random(3);

        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            assertThat(inspect(mutate(original, random)).verdict()).isNotNull();
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void a_damaged_workbook_of_excel_97_gets_a_verdict() {
        byte[] original = new RawBiff()
                .global(0x041E, RawBiff.join(RawBiff.shorts(164), RawBiff.text("0.0")))
                .global(0x00E0, RawBiff.shorts(0, 164))
                .global(0x00FC, RawBiff.join(RawBiff.shorts(1, 0, 1, 0), RawBiff.text("Revenue")))
                .sheet(
                        "Model",
                        RawBiff.record(0x00FD, RawBiff.shorts(0, 0, 0, 0, 0)),
                        RawBiff.number(0, 1, 12.5),
                        RawBiff.record(
                                0x0006, RawBiff.join(RawBiff.shorts(1, 0, 0, 0, 0, 0, 0x3FF0, 0, 0, 0, 4), new byte[] {
                                    0x42, 0, (byte) 74, 0
                                })),
                        RawBiff.record(0x00E5, RawBiff.shorts(1, 0, 0, 0, 1)))
                .folder("Other")
                .toBytes();
        Random random = new Random(4);

        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            assertThat(inspect(mutate(original, random), "model.xls").verdict()).isNotNull();
        }
    }
}
