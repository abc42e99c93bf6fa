package com.zenithcapital.local.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * The least OLE2 compound file ([MS-CFB]) that looks like a workbook with a password ([MS-OFFCRYPTO] 2.3.4): a FAT, a
 * directory with the streams {@code EncryptionInfo} and {@code EncryptedPackage}, and random bytes as their content.
 */
final class EncryptedContainer {

    private static final int SECTOR = 512;
    /** Shorter streams would have to live in a mini FAT. */
    private static final int SMALLEST_STREAM = 4096;

    private static final int END_OF_CHAIN = 0xFFFFFFFE;
    private static final int FREE = 0xFFFFFFFF;
    private static final int FAT_SECTOR = 0xFFFFFFFD;
    private static final long SIGNATURE = 0xE11AB1A1E011CFD0L;

    private static final byte STREAM = 2;
    private static final byte ROOT = 5;
    /** One FAT sector describes 128 sectors, the FAT and the directory among them. */
    private static final int MOST_BLOCKS = 15;

    private EncryptedContainer() {}

    /** {@code blocks}: length of the package in units of 4 KB, between 1 and 14. */
    static byte[] around(Random random, int blocks) {
        if (blocks < 1 || blocks >= MOST_BLOCKS) {
            throw new IllegalArgumentException("1 to 14 blocks, not " + blocks);
        }
        int infoSectors = SMALLEST_STREAM / SECTOR;
        int packageSectors = blocks * SMALLEST_STREAM / SECTOR;
        int sectors = 2 + infoSectors + packageSectors;
        ByteBuffer file = ByteBuffer.allocate((1 + sectors) * SECTOR).order(ByteOrder.LITTLE_ENDIAN);

        file.putLong(0, SIGNATURE);
        file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        file.putShort(30, (short) 9).putShort(32, (short) 6);
        file.putInt(44, 1)
                .putInt(48, 1)
                .putInt(56, SMALLEST_STREAM)
                .putInt(60, END_OF_CHAIN)
                .putInt(68, END_OF_CHAIN);
        for (int at = 80; at < SECTOR; at += Integer.BYTES) {
            file.putInt(at, FREE);
        }
        file.putInt(76, 0);

        int fat = SECTOR;
        for (int sector = 0; sector < SECTOR / Integer.BYTES; sector++) {
            file.putInt(fat + sector * Integer.BYTES, sector < sectors ? sector + 1 : FREE);
        }
        file.putInt(fat, FAT_SECTOR);
        file.putInt(fat + Integer.BYTES, END_OF_CHAIN);
        file.putInt(fat + (1 + infoSectors) * Integer.BYTES, END_OF_CHAIN);
        file.putInt(fat + (1 + infoSectors + packageSectors) * Integer.BYTES, END_OF_CHAIN);

        int directory = 2 * SECTOR;
        entry(file, directory, "Root Entry", ROOT, 1, END_OF_CHAIN, 0);
        entry(file, directory + 128, "EncryptionInfo", STREAM, 2, 2, SMALLEST_STREAM);
        entry(file, directory + 256, "EncryptedPackage", STREAM, -1, 2 + infoSectors, blocks * SMALLEST_STREAM);

        byte[] content = new byte[(infoSectors + packageSectors) * SECTOR];
        random.nextBytes(content);
        file.put(3 * SECTOR, content);
        return Arrays.copyOf(file.array(), file.capacity());
    }

    /** {@code next}: the root's child or a stream's right sibling. */
    private static void entry(ByteBuffer file, int at, String name, byte type, int next, int start, int length) {
        byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
        file.put(at, letters)
                .putShort(at + 64, (short) (letters.length + 2))
                .put(at + 66, type)
                .put(at + 67, (byte) 1);
        file.putInt(at + 68, FREE)
                .putInt(at + 72, type == STREAM ? next : FREE)
                .putInt(at + 76, type == ROOT ? next : FREE);
        file.putInt(at + 116, start).putInt(at + 120, length);
    }
}
