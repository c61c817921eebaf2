import { beforeEach, expect, it } from "vitest";
import { openReading, READING_SIZE } from "@/lib/invoices/register/open-reading";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { fillAccount } from "./fill-account";

let supplier: TestSupplier;
let account: TestAccount;
let session: CustomerSession;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  session = (await resumeSession(await provenSession(account.member))) as CustomerSession;
});

const datesBefore = (count: number) => Array.from({ length: count }, () => "2026-11-02");
const paramsOf = (href: string) => Object.fromEntries(new URL(href, "http://localhost").searchParams);

it("reads the list of the query in its order, with the invoice that is named open, and the rest from there", async () => {
  const ids = await fillAccount(supplier, account, datesBefore(READING_SIZE + 2));
  const first = await openReading(session, {});
  expect(first).toMatchObject({ count: READING_SIZE + 2, listHref: "/invoices", elsewhereHref: null });
  expect(first.rows).toHaveLength(READING_SIZE);
  expect(first.current).toBe(first.rows[0]);
  const third = first.rows[2];
  const opened = await openReading(session, paramsOf(third?.readingHref ?? ""));
  expect(opened.current?.id).toBe(third?.id);
  const rest = await openReading(session, paramsOf(first.nextHref ?? ""));
  expect(rest).toMatchObject({ count: null, nextHref: null });
  const read = [...first.rows, ...rest.rows].map(({ id }) => id);
  expect(read.sort()).toEqual([...ids].sort());
});

it("opens no other invoice than the one that is named, and none of another account", async () => {
  const stranger = await makeAccount(supplier);
  const [foreign] = await fillAccount(supplier, stranger, ["2026-11-03"]);
  await fillAccount(supplier, account, ["2026-11-02", "2026-11-01"]);
  const opened = await openReading(session, { at: foreign ?? "", scope: "all" });
  expect(opened.rows.map(({ id }) => id)).not.toContain(foreign);
  expect(opened).toMatchObject({ count: 2, elsewhereHref: `/invoices/${foreign}` });
  expect((await openReading(session, { q: "nothing-has-99" })).current).toBeNull();
});
