import { readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { answerUnusableForm } from "@/lib/actions/answer-unusable-form";
import { KEPT_NAMES, readPostedForm } from "@/lib/actions/posted-form";
import { env, forgetEnv } from "@/lib/env";
import { NO_DATABASE, testSettings } from "@/tests/support/test-settings";
import { writtenActions } from "@/tests/support/written-actions";

beforeAll(() => {
  Object.assign(process.env, testSettings(NO_DATABASE, "/nonexistent", "https://factures.example/"));
  forgetEnv();
});

const UNKNOWN = `40${"0".repeat(40)}`;

function posted(fields: Record<string, string>, headers: Record<string, string> = {}): NextRequest {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const encoded = new Request("http://localhost", { method: "POST", body });
  return new NextRequest(new URL("/loueur?next=%2Finvoices", env().APP_URL), {
    method: "POST",
    duplex: "half",
    body: encoded.body,
    headers: {
      "content-type": encoded.headers.get("content-type") ?? "",
      "content-length": "1000",
      origin: new URL(env().APP_URL).origin,
      accept: "text/html",
      ...headers,
    },
  });
}

describe("a posted form", () => {
  it.each([
    [
      "without scripts",
      { [`$ACTION_ID_${UNKNOWN}`]: "", identifier: "lila", password: "Papier-Carbone-7" },
      {},
    ],
    [
      "without scripts, with values bound by the page",
      {
        $ACTION_REF_1: "",
        "$ACTION_1:0": JSON.stringify({ id: UNKNOWN, bound: "$@1" }),
        "$ACTION_1:1": '["loueur"]',
        identifier: "lila",
        password: "Papier-Carbone-7",
      },
      {},
    ],
    [
      "with scripts",
      { _1_identifier: "lila", _1_password: "Papier-Carbone-7", "0": '["$K1"]' },
      { "next-action": UNKNOWN },
    ],
  ])("tells its actions and what was typed, but no password (%s)", async (_how, fields, headers) => {
    expect(await readPostedForm(posted(fields, headers))).toEqual({
      actionIds: [UNKNOWN],
      typed: { identifier: "lila" },
    });
  });

  it.each([
    ["too large", { "content-length": "1048577" }],
    ["not a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["broken", { "content-type": "multipart/form-data; boundary=other" }],
  ])("has no fields when it is %s", async (_what, headers) => {
    expect(await readPostedForm(posted({ identifier: "lila" }, headers))).toEqual({
      actionIds: [],
      typed: {},
    });
  });

  it("keeps no field that is secret in any action", () => {
    const files = [...writtenActions().keys()].map((name) => name.split("#")[0] ?? "");
    const secrets = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/(\w+): secret\(/g)].map(([, name = ""]) => name),
    );
    expect(secrets).toContain("password");
    expect(secrets.filter((name) => KEPT_NAMES.has(name))).toEqual([]);
  });
});

describe("a form from another origin", () => {
  it("is refused with a page that repeats what was typed, escaped", async () => {
    const request = posted(
      { message: "<b>Bonjour</b>", password: "Papier-Carbone-7" },
      { origin: "https://evil.example", "accept-language": "en" },
    );
    const answer = await answerUnusableForm(request);
    expect(answer?.status).toBe(403);
    expect(answer?.headers.get("set-cookie")).toBeNull();
    const html = (await answer?.text()) ?? "";
    expect(html).toContain("Form refused");
    expect(html).toContain("&lt;b&gt;Bonjour&lt;/b&gt;");
    expect(html).toContain('href="/loueur"');
    expect(html).not.toContain("Papier-Carbone-7");
  });

  it("is not looked for in a GET request", async () => {
    const request = new NextRequest(new URL("/loueur", env().APP_URL), {
      headers: { origin: "https://evil.example" },
    });
    expect(await answerUnusableForm(request)).toBeNull();
  });
});
