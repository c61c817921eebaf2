import { openHelpAccount } from "@/lib/help/open-help-account";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";
import { beforeEach, describe, expect, it } from "vitest";

beforeEach(() => testDatabase().reset());

describe("what the help says of an account", () => {
  it("is that of the reader's own, for administrators and members alike", async () => {
    const supplier = await makeSupplier();
    const mine = await makeAccount(supplier, { preference: "link" });
    const other = await makeAccount(supplier, { preference: "digest", channel: "paper" });
    await asOwner(async (sql) => {
      await sql`
        update accounts set email = 'compta@essai.example', email_source = 'api', adviser_name = 'Ada Conseil',
          adviser_phone = '01 99 00 00 01' where id = ${mine.id}`;
      await sql`update accounts set adviser_name = 'Une autre' where id = ${other.id}`;
    });
    for (const viewer of [mine.administrator, mine.member])
      expect(await openHelpAccount(viewer)).toEqual({
        adviser: { name: "Ada Conseil", email: null, phone: "01 99 00 00 01" },
        email: "compta@essai.example",
        preference: "link",
        channel: "electronic",
      });
    expect(await openHelpAccount(other.member)).toMatchObject({
      adviser: { name: "Une autre" },
      email: null,
      channel: "paper",
    });
  });
});
