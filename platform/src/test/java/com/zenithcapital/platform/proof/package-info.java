/**
 * The tools of proof: what a test needs to claim that nothing is lost and nothing is doubled.
 *
 * <ul>
 *   <li>{@link com.zenithcapital.platform.proof.TcpProxy} stands between two processes and spoils their connection;
 *   <li>{@link com.zenithcapital.platform.proof.Victim} is a process that is killed, frozen and started again;
 *   <li>{@link com.zenithcapital.platform.proof.Conservation} compares what was accepted with what the
 *       {@linkplain com.zenithcapital.platform.proof.Ledger ledgers} of the system say afterwards.
 * </ul>
 *
 * They know no service and need nothing but the JDK and Jackson, so that any module's tests can use them.
 */
@NullMarked
package com.zenithcapital.platform.proof;

import org.jspecify.annotations.NullMarked;
