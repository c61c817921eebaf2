import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { refuseOpenDemo } from "@/scripts/launcher/refuse-open-demo";

const start = (change: Record<string, string>, isDev = false) =>
  refuseOpenDemo({ NODE_ENV: "test", ...change } as NodeJS.ProcessEnv, isDev);

describe("npm start", () => {
  it.each([
    [
      "in production without a database",
      { NODE_ENV: "production" },
      /^NODE_ENV is production, but DATABASE_URL is not set/,
    ],
    ["in production with EMBEDDED", { NODE_ENV: "production", EMBEDDED: "true" }, /^NODE_ENV is production/],
    ["on every address without a database", { HOST: "0.0.0.0" }, /^HOST=0\.0\.0\.0 would show demo data/],
    ["on every IPv6 address", { HOST: "::" }, /^HOST=:: would show demo data/],
    ["on a public address", { HOST: "203.0.113.7" }, /^HOST=203\.0\.113\.7 would/],
    ["on a name that is not this machine's alone", { HOST: "portal.example" }, /^HOST=portal\.example would/],
    ["on a private address of another machine", { HOST: "10.255.255.254" }, /^HOST=10\.255\.255\.254 would/],
    [
      "with EMBEDDED beside a database",
      { EMBEDDED: "true", DATABASE_URL: "postgres://a@localhost/b" },
      /^EMBEDDED is true/,
    ],
    [
      "with EMBEDDED=1 beside a database",
      { EMBEDDED: "1", DATABASE_URL: "postgres://a@db.example/b" },
      /^EMBEDDED is true/,
    ],
  ])("refuses to show the demo %s, and says what to do", (_what, change, refusal) => {
    expect(() => start(change)).toThrow(refusal);
    expect(() => start(change)).toThrow(/\n.*(set DATABASE_URL|Leave EMBEDDED out)/);
  });

  it("shows the demo to this machine, and to a network that is named by this machine's private address", () => {
    const own = Object.values(networkInterfaces())
      .flatMap((list) => (list ?? []).map(({ address }) => address))
      .filter((address) => /^(10|192\.168)\./.test(address));
    for (const HOST of ["", "localhost", "127.0.0.1", "::1", ...own])
      expect(() => start({ HOST })).not.toThrow();
    expect(() => start({ NODE_ENV: "production" }, true)).not.toThrow();
  });

  it("serves a real database in production on any address", () => {
    const real = {
      NODE_ENV: "production",
      DATABASE_URL: "postgres://web@db.example/efacture",
      HOST: "0.0.0.0",
    };
    expect(() => start(real)).not.toThrow();
    expect(() => start({ ...real, EMBEDDED: "false" })).not.toThrow();
  });
});
