import { beforeEach, describe, expect, it } from "vitest";
import type { CustomerUser } from "@/lib/access/viewer";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { recordSeen } from "@/lib/invoices/readings/record-seen";
import { clockAt } from "@/tests/support/clock-file";
import {
  asOwner,
  makeAccount,
  resetToOneAccount,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { fillAccount } from "./fill-account";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  ({ supplier, account } = await resetToOneAccount());
  at("08:00");
});

const at = (hour: string) => clockAt(`2026-11-23T${hour}:00Z`);

interface Reading {
  user: string;
  invoice: string;
  seen: string | null;
  downloaded: string | null;
}

/** The stored readings: user, invoice and the hour of each. */
function readings(): Promise<Reading[]> {
  const hour = (column: string) => `to_char(${column} at time zone 'UTC', 'HH24:MI')`;
  return asOwner((sql) =>
    sql.unsafe(`
      select user_id as user, invoice_id as invoice, ${hour("seen_at")} as seen, ${hour("downloaded_at")} as downloaded
      from invoice_readings order by user_id, invoice_id`),
  ).then((rows) => rows.map((row) => ({ ...row }) as unknown as Reading));
}

const readingOf = (
  viewer: CustomerUser,
  invoice: string | undefined,
  seen: string | null,
  downloaded: string | null,
) => ({
  user: viewer.userId,
  invoice,
  seen,
  downloaded,
});

describe("the readings of a user", () => {
  it("keep the first time, in either order of seen and downloaded", async () => {
    const [one, two] = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02"]);
    const { administrator } = account;
    await recordSeen(administrator, one ?? "");
    await recordDownloads(administrator, [two ?? ""]);
    at("09:00");
    await recordDownloads(administrator, [one ?? "", two ?? "", one ?? ""]);
    await recordSeen(administrator, two ?? "");
    at("10:00");
    await recordDownloads(administrator, [one ?? "", two ?? ""]);
    await recordSeen(administrator, one ?? "");
    expect(await readings()).toEqual([
      readingOf(administrator, one, "08:00", "09:00"),
      readingOf(administrator, two, "09:00", "08:00"),
    ]);
  });

  it("belong to each user separately", async () => {
    const [one] = await fillAccount(supplier, account, ["2026-11-01"]);
    await recordSeen(account.administrator, one ?? "");
    await recordDownloads(account.member, [one ?? ""]);
    expect(await readings()).toEqual([
      readingOf(account.administrator, one, "08:00", null),
      readingOf(account.member, one, null, "08:00"),
    ]);
  });

  it("never include invoices of another account, withdrawn ones, or unknown ids", async () => {
    const other = await makeAccount(supplier);
    const [foreign] = await fillAccount(supplier, other, ["2026-11-01"]);
    const [withdrawn] = await fillAccount(supplier, account, ["2026-11-01"], {
      state: "withdrawn",
      withdrawn_at: new Date(),
    });
    const [own] = await fillAccount(supplier, account, ["2026-11-02"]);
    const absent = "019ac0de-0000-7000-8000-000000000000";
    for (const id of [foreign, withdrawn, absent, "x'; --"]) await recordSeen(account.member, id ?? "");
    await recordDownloads(
      account.member,
      [foreign, withdrawn, own, absent].map((id) => id ?? ""),
    );
    await recordDownloads(account.member, []);
    expect(await readings()).toEqual([readingOf(account.member, own, null, "08:00")]);
  });

  it("are written once by twenty requests at the same time, for any order of the invoices", async () => {
    const ids = await fillAccount(supplier, account, Array<string>(200).fill("2026-11-01"));
    const backwards = ids.toReversed();
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        recordDownloads(account.administrator, turn % 2 === 0 ? ids : backwards),
      ),
    );
    const written = await readings();
    expect(written.map(({ invoice }) => invoice)).toEqual(ids);
    expect(new Set(written.map(({ downloaded }) => downloaded))).toEqual(new Set(["08:00"]));
  });
});
