import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { STATIC_TYPES } from "@/scripts/launcher/remove-server-sources";

const FOLDER = ".next/static";
const files = () =>
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(FOLDER, name)).isFile(),
  );

/** Words of server code and of its settings, which no file for browsers contains. */
const SERVER_WORDS =
  /DATABASE_(JOBS_|OWNER_)?URL|AUTH_SECRET|CRON_SECRET|efacture_(app|auth|jobs)|auth_credentials|set_config|node:fs/;

test("files for browsers contain no source, source map, query or setting of the server", () => {
  const served = files();
  expect(served.length).toBeGreaterThan(10);
  expect(served.filter((name) => !STATIC_TYPES.includes(extname(name)))).toEqual([]);
  const texts = served.filter((name) => /\.(js|css)$/.test(name));
  const leaks = texts.filter((name) => SERVER_WORDS.test(readFileSync(join(FOLDER, name), "utf8")));
  expect(leaks).toEqual([]);
  for (const name of texts)
    expect(readFileSync(join(FOLDER, name), "utf8")).not.toContain("sourceMappingURL");
});

test("the image optimiser is off", async ({ request }) => {
  for (const url of ["/icon.svg", "/brand.png", "https://evil.example/a.png"]) {
    const answer = await request.get(`/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`);
    expect(answer.status(), url).toBe(404);
  }
});
