import { request as send } from "node:http";
import { expect, test } from "@playwright/test";
import { signIn } from "@/tests/support/portal-page";

const OURS = () => process.env.E2E_URL ?? "";

interface Odd {
  method?: string;
  headers?: Record<string, string>;
}

/** Sends a request with exactly this target. Browsers and fetch would normalise it. */
function ask(path: string, { method = "GET", headers = {} }: Odd = {}) {
  const { hostname, port, host } = new URL(OURS());
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const sent = send(
        { hostname, port, path, method, headers: { host, accept: "text/html", ...headers } },
        (response) => {
          let text = "";
          response.on("data", (bytes) => (text += String(bytes)));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          );
        },
      );
      sent.on("error", reject);
      sent.end();
    },
  );
}

test("malformed requests get a 4xx page that explains the error, with our headers and without a stack trace", async () => {
  const odd: [path: string, request?: Odd][] = [
    ["/%"],
    ["/%ff/help"],
    ["/mobilize-lease/%E0%A4%A"],
    ["/invoices/%00"],
    ["/invoices?q=%00"],
    ["/d/%ff/%ff"],
    ["/api/v1/accounts/%ff"],
    ["/api/v1/invoices/%ff/withdrawal", { method: "POST" }],
    [`/${"a".repeat(9_000)}`],
    ["/", { method: "TRACE" }],
    ["/invoices", { method: "PUT" }],
    ["/invoices/export", { method: "DELETE" }],
    ["/mobilize-lease", { method: "OPTIONS" }],
    ["/mobilize-lease", { headers: { host: "evil.example" } }],
    ["/mobilize-lease", { method: "POST", headers: { origin: "https://evil.example" } }],
    ["/mobilize-lease", { method: "POST", headers: { "content-length": "9000000" } }],
  ];
  for (const [path, request] of odd) {
    const label = `${request?.method ?? "GET"} ${path.slice(0, 40)} ${JSON.stringify(request?.headers ?? {})}`;
    const answer = await ask(path, request);
    expect(answer.status, label).toBeGreaterThanOrEqual(400);
    expect(answer.status, label).toBeLessThan(500);
    expect(answer.headers["x-content-type-options"], label).toBe("nosniff");
    expect(answer.text, label).not.toMatch(/\bat .+:\d+:\d+|node_modules|Internal Server Error/);
    expect(answer.text.length, label).toBeGreaterThan(100);
  }
});

test("queries with invalid percent-encoding open the page and cause no error", async ({ page }) => {
  await signIn(page);
  for (const query of [
    "q=%ff",
    "q=%C3",
    "from=%f0%9f",
    "cursor=%ff&sort=%",
    "contract=%ed%a0%80",
    "scope=%5C",
  ]) {
    const response = await page.request.get(`/invoices?${query}`);
    expect(response.status(), query).toBe(200);
  }
});

test("at another name of this machine, a browser is led to the portal's address", async ({ page }) => {
  const elsewhere = OURS().replace("localhost", "127.0.0.1");
  await page.goto(`${elsewhere}/mobilize-lease`);
  expect(new URL(page.url()).origin).toBe(OURS());
  await signIn(page);
  const answer = await ask("/mobilize-lease?next=%2Finvoices", { headers: { host: "192.168.1.20:3000" } });
  expect([answer.status, answer.text.includes(`${OURS()}/mobilize-lease?next=%2Finvoices`)]).toEqual([
    421,
    true,
  ]);
});
