import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseEnv, settingNames } from "@/lib/env";

const complete = {
  DATABASE_URL: "postgres://web:secret-of-the-database@localhost/efacture",
  APP_URL: "https://factures.example/",
  AUTH_SECRET: "a-secret-of-more-than-thirty-two-characters",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
  STORAGE_URL: "file:/var/lib/e-facture",
  EMAIL_TRANSPORT: "mailbox",
  CRON_SECRET: "a-secret-of-the-scheduler",
};

describe("the settings", () => {
  it("are exactly those documented in .env.example", () => {
    const documented = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(
      (match) => match[1],
    );
    expect(documented.sort()).toEqual([...settingNames].sort());
  });

  it("are accepted when complete; the final slash of the address is removed", () => {
    expect(parseEnv(complete)).toMatchObject({
      APP_URL: "https://factures.example",
      TRUSTED_PROXY_HOPS: 0,
      EMBEDDED: false,
    });
  });

  it("have no default for a secret, a transport or a storage", () => {
    for (const name of Object.keys(complete)) {
      expect(() => parseEnv({ ...complete, [name]: undefined }), name).toThrow(`${name} is not set`);
      expect(() => parseEnv({ ...complete, [name]: "" }), name).toThrow(`${name} is not set`);
    }
  });

  it("report all wrong ones together, by name and without values", () => {
    const wrong = {
      ...complete,
      DATABASE_URL: "mysql://hidden-value",
      AUTH_SECRET: "short-value",
      EMAIL_TRANSPORT: "pigeon-value",
    };
    expect(() => parseEnv(wrong)).toThrow(/DATABASE_URL[\s\S]*AUTH_SECRET[\s\S]*EMAIL_TRANSPORT/);
    expect(() => parseEnv(wrong)).toThrow(/^((?!hidden-value|short-value|pigeon-value)[\s\S])*$/);
  });

  it("must include what the chosen transport needs", () => {
    expect(() => parseEnv({ ...complete, EMAIL_TRANSPORT: "resend" })).toThrow("RESEND_API_KEY");
    expect(() => parseEnv({ ...complete, EMAIL_TRANSPORT: "smtp" })).toThrow("SMTP_URL");
  });

  it("accept an old and a new secret during a rotation, and sign with the new one", () => {
    const old = "b-secret-of-more-than-thirty-two-characters";
    expect(parseEnv({ ...complete, AUTH_SECRET: `${old},${complete.AUTH_SECRET}` }).AUTH_SECRET).toEqual([
      complete.AUTH_SECRET,
      old,
    ]);
    expect(() => parseEnv({ ...complete, AUTH_SECRET: `${complete.AUTH_SECRET},weak` })).toThrow(
      "AUTH_SECRET",
    );
  });
});
