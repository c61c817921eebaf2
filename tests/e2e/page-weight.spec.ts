import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "@/tests/support/portal-page";

/** The scripts of every page of this build, also of an empty one. */
const shared = new Set(
  Object.values(JSON.parse(readFileSync(".next/build-manifest.json", "utf8")) as Record<string, string[]>)
    .flat()
    .filter((file) => typeof file === "string"),
);

test("the sign-in page ships at most 8 kB of JavaScript more than an empty page", async ({ page }) => {
  const own = await ownScripts(page, "/mobilize-lease");
  expect(own).toBeLessThanOrEqual(8 * 1024);
});

test("the list ships at most 25 kB of JavaScript more than an empty page and 30 kB of HTML", async ({
  page,
}) => {
  await signIn(page);
  const own = await ownScripts(page, "/invoices");
  expect(own).toBeLessThanOrEqual(25 * 1024);
  const html = await (await page.request.get("/invoices")).body();
  expect(gzipSync(html).byteLength).toBeLessThanOrEqual(30 * 1024);
  // Next also sends the page for "not found". It must not contain a second bar with its data.
  expect(sentAlong(String(html)).match(/"id":"account-menu"/g)).toHaveLength(1);
});

/** The data that Next sends for its scripts, joined: it comes in pieces that may be cut anywhere. */
function sentAlong(html: string): string {
  const pieces = html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g);
  return Array.from(pieces, ([, piece = ""]) => JSON.parse(piece) as string).join("");
}

async function ownScripts(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    const file = new URL(response.url()).pathname.replace(/^\/_next\//, "");
    if (response.request().resourceType() === "script" && !shared.has(decodeURI(file)))
      sizes.push(response.body().then((body) => gzipSync(body).byteLength));
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
