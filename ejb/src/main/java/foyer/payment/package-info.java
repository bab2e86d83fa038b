/**
 * What people pay, and what their payments mean. Its rooms, each of which knows only those before it:
 *
 * <ul>
 *   <li>{@code ledger}: what is kept of a payment
 *   <li>{@code verdict}: what it means
 *   <li>{@code provider}: who takes the money, whoever that is; {@code stripe} is one
 *   <li>{@code voucher}: codes by which people pay less, and what an event costs with them
 *   <li>{@code letters}: what payers and organizers are told
 *   <li>{@code settlement}: how it is found out how a payment stands, and done what follows of that
 *   <li>{@code checkout}: how somebody pays, and stands in line for it
 *   <li>{@code refund}: how money goes back
 *   <li>{@code reconciliation}: how the provider's books, ours and the access that was given are compared
 * </ul>
 */
@NullMarked
package foyer.payment;

import org.jspecify.annotations.NullMarked;
