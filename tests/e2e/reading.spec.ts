import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { checkState } from "@/tests/support/check-page";
import { signInAsNewCustomer } from "@/tests/support/new-reader";
import { browserErrors } from "@/tests/support/portal-page";

const COUNT = 50;

/** What this user opened and downloaded. */
async function readings(userId: string): Promise<{ seen: number; taken: number }> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql<{ seen: number; taken: number }[]>`
      select count(seen_at)::int as seen, count(downloaded_at)::int as taken from invoice_readings
      where user_id = ${userId}`;
    return row ?? { seen: 0, taken: 0 };
  } finally {
    await sql.end();
  }
}

test("fifty documents are read with a key each, none counts before it is shown, and the memory does not grow @any-size", async ({
  page,
}, { project }) => {
  const userId = await signInAsNewCustomer(page, project.name, COUNT);
  const errors = browserErrors(page);
  const prefetched: string[] = [];
  page.on("requestfinished", (request) => {
    if (request.headers().purpose === "prefetch") prefetched.push(request.url());
  });
  await page.goto("/invoices/reading");
  const document = page.getByRole("region", { name: "Document", exact: true });
  const shown = document.getByRole("group", { name: "Page 1", exact: true });
  await expect(shown.locator(".text-layer span").first()).toBeAttached();
  await expect(page.getByRole("heading", { name: `Lecture\u00a0: 1 sur ${COUNT}` })).toBeVisible();
  expect(await page.evaluate(() => window.document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await checkState(page, "reading mode");
  await page.setViewportSize({ width: 1280, height: 900 });

  // The next three are loaded and count as nothing.
  const ids = await page
    .locator("[data-reading]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("data-reading") ?? ""));
  const isLoadedAhead = (from: number) =>
    expect
      .poll(() => ids.slice(from, from + 3).map((id) => prefetched.some((url) => url.includes(id))))
      .toEqual([true, true, true]);
  await isLoadedAhead(1);
  await expect.poll(() => readings(userId)).toEqual({ seen: 1, taken: 0 });
  const session = await page.context().newCDPSession(page);
  const memory = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { nodes } = await session.send("Memory.getDOMCounters");
    // The bytes of the documents are outside of the heap.
    const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
    // The worker of a document that is left ends a moment later.
    await expect.poll(() => page.workers()).toHaveLength(1);
    return { nodes, usedSize, backingStorageSize };
  };
  const readTo = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      await page.keyboard.press(at % 2 ? "j" : "ArrowRight");
      await expect(
        page.getByRole("heading", { name: `Lecture\u00a0: ${at + 1} sur ${COUNT}` }),
      ).toBeVisible();
      await expect(shown.locator(".text-layer span").first()).toBeAttached();
    }
  };
  await readTo(1, 15);
  await isLoadedAhead(15);
  await expect.poll(() => readings(userId)).toEqual({ seen: 15, taken: 0 });
  const early = await memory();
  await readTo(15, COUNT);
  const late = await memory();
  expect(late.nodes).toBeLessThan(early.nodes * 1.1);
  expect(late.usedSize).toBeLessThan(early.usedSize * 1.15);
  expect(early.backingStorageSize).toBeGreaterThan(0);
  expect(late.backingStorageSize).toBeLessThan(early.backingStorageSize * 1.15);
  await expect.poll(() => readings(userId)).toEqual({ seen: COUNT, taken: 0 });

  await page.keyboard.press("k");
  await expect(page).toHaveURL(/at=[0-9a-f-]{36}/);
  const downloaded = page.waitForEvent("download");
  await page.keyboard.press("d");
  await (await downloaded).path();
  await expect(page.getByText("Téléchargée à l’instant")).toHaveCount(1);
  await expect(page.getByText("Un téléchargement pendant cette lecture")).toBeVisible();
  await expect.poll(() => readings(userId)).toEqual({ seen: COUNT, taken: 1 });
  await page.getByRole("button", { name: "Désactiver les touches" }).click();
  // Only the arrow counts: one back, not two.
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { name: `Lecture\u00a0: ${COUNT - 2} sur ${COUNT}` })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/invoices$/);
  expect(errors).toEqual([]);
});

test("on a phone and without scripts, previous and next are links at the foot", async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  await signInAsNewCustomer(page, project.name, 3);
  const cookies = await page.context().cookies();
  const plain = await browser.newContext({
    ...{ baseURL, javaScriptEnabled: false, locale: "fr-FR" },
    viewport: { width: 390, height: 844 },
  });
  await plain.addCookies(cookies);
  for (const reader of [page, await plain.newPage()]) {
    await reader.setViewportSize({ width: 390, height: 844 });
    await reader.goto("/invoices/reading");
    const title = reader.getByRole("heading", { level: 1 });
    const first = await title.textContent();
    await reader.getByRole("link", { name: "Suivante", exact: true }).click();
    await expect(title).not.toHaveText(first ?? "");
    await expect(reader.getByText("2 sur 3", { exact: true })).toBeVisible();
    await reader.getByRole("link", { name: "Précédente", exact: true }).click();
    await expect(title).toHaveText(first ?? "");
  }
  await plain.close();
});
