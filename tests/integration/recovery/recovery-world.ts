import { requestRecovery } from "@/lib/recovery/request-recovery";
import { clockAt } from "@/tests/support/clock-file";
import { asOwner, resetToOneAccount, type TestAccount, type TestSupplier } from "@/tests/support/world";

/** The address of the account's administrator. */
export const EMAIL = "compta@essai.example";
export const START = Date.parse("2026-11-23T08:00:00Z");

/** Empties the database and makes one account, whose administrator has the address `EMAIL`. */
export async function resetToRecoverableAccount(): Promise<{ supplier: TestSupplier; account: TestAccount }> {
  clockAt(START);
  const made = await resetToOneAccount();
  await setEmail(made.account, EMAIL);
  return made;
}

/** Sets the address of the account's administrator. */
export const setEmail = (of: TestAccount, email: string) =>
  asOwner((sql) => sql`update users set email = ${email} where id = ${of.administrator.userId}`);

/** Asks for a recovery link on the page of this supplier. */
export const askForLink = (
  supplier: TestSupplier,
  email: string,
  change: Partial<Parameters<typeof requestRecovery>[0]> = {},
) =>
  requestRecovery({
    supplier: { id: supplier.id, recoveryAnswer: "explicit" },
    email,
    address: "",
    locale: "fr",
    ...change,
  });
