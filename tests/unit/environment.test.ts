import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDatabaseAddress } from "@/lib/database-address";
import { parseEnv, settingNames } from "@/lib/env";
import { publicLookup } from "@/lib/public-address";

const complete = {
  DATABASE_URL: "postgres://web:secret-of-the-database@localhost/efacture",
  DATABASE_JOBS_URL: "postgres://jobs:secret-of-the-jobs@localhost/efacture",
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

  it("refuse an alert webhook that is not public, not encrypted or not signed", () => {
    const secret = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
    const alerts = { ALERT_WEBHOOK_URL: "https://on-call.example/hook", ALERT_WEBHOOK_SECRET: secret };
    expect(parseEnv({ ...complete, ...alerts }).ALERT_WEBHOOK_SECRET).toEqual([secret]);
    for (const host of [
      ...["localhost", "app.localhost", "printer.local", "intranet", "127.0.0.1", "2130706433", "10.1.2.3"],
      ...["172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "[::1]", "[fd00::1]"],
      ...["[::ffff:10.0.0.1]", "[fe80::1]", "[64:ff9b::a00:1]", "metadata.google.internal"],
    ])
      expect(
        () => parseEnv({ ...complete, ...alerts, ALERT_WEBHOOK_URL: `https://${host}/hook` }),
        host,
      ).toThrow("ALERT_WEBHOOK_URL must start with https:// and name a public host");
    for (const host of ["8.8.8.8", "[2606:4700::1111]", "172.32.0.1"])
      expect(parseEnv({ ...complete, ...alerts, ALERT_WEBHOOK_URL: `https://${host}/hook` })).toBeTruthy();
    expect(() => parseEnv({ ...complete, ...alerts, ALERT_WEBHOOK_URL: "http://on-call.example" })).toThrow(
      "ALERT_WEBHOOK_URL",
    );
    expect(() => parseEnv({ ...complete, ...alerts, ALERT_WEBHOOK_SECRET: "" })).toThrow(
      "ALERT_WEBHOOK_SECRET",
    );
    expect(() => parseEnv({ ...complete, ...alerts, ALERT_WEBHOOK_SECRET: "whsec_short" })).toThrow(
      "ALERT_WEBHOOK_SECRET",
    );
    expect(() => parseEnv({ ...complete, ALERT_EMAIL: "a@b.example, nobody" })).toThrow("ALERT_EMAIL");
  });

  it("never lead a public name into a private network", async () => {
    const found = await new Promise<string>((resolve) =>
      publicLookup("localhost", {}, (error, address) => resolve(error?.code ?? String(address))),
    );
    expect(found).toBe("ENOTPUBLIC");
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

const ELSEWHERE = "postgres://web:hidden@db.example/efacture";
const JOBS_ELSEWHERE = "postgres://jobs:hidden@db.example/efacture";
/** Each setting that would open the portal to others if it were accepted, and what the refusal says. */
const WRONG: [what: string, change: Record<string, string>, refusal: RegExp][] = [
  [
    "one login for both",
    { DATABASE_JOBS_URL: complete.DATABASE_URL },
    /DATABASE_JOBS_URL must name another login/,
  ],
  [
    "the embedded mode with a database on another machine",
    { EMBEDDED: "true", DATABASE_URL: ELSEWHERE },
    /EMBEDDED must not/,
  ],
  [
    "the embedded mode with the jobs' database on another machine",
    { EMBEDDED: "true", DATABASE_JOBS_URL: JOBS_ELSEWHERE },
    /EMBEDDED must not/,
  ],
  ...["disable", "allow", "prefer", "no-verify", "false", "nonsense"].map(
    (mode): [string, Record<string, string>, RegExp] => [
      `sslmode=${mode} for another machine`,
      { DATABASE_URL: `${ELSEWHERE}?sslmode=${mode}` },
      /DATABASE_URL must not say sslmode=/,
    ],
  ),
  ["ssl=false for another machine", { DATABASE_URL: `${ELSEWHERE}?ssl=false` }, /DATABASE_URL must not say/],
  [
    "weak TLS of the jobs",
    { DATABASE_JOBS_URL: `${JOBS_ELSEWHERE}?sslmode=prefer` },
    /DATABASE_JOBS_URL must not say/,
  ],
  [
    "weak TLS of the owner",
    { DATABASE_OWNER_URL: `${ELSEWHERE}?sslmode=prefer` },
    /DATABASE_OWNER_URL must not say/,
  ],
  [
    "a file of a certificate authority that does not exist",
    { DATABASE_URL: `${ELSEWHERE}?sslrootcert=/none/ca.pem` },
    /DATABASE_URL names a file/,
  ],
  ["an address without host", { DATABASE_URL: "postgres:///efacture" }, /DATABASE_URL must/],
  ["a public address without TLS", { APP_URL: "http://factures.example" }, /APP_URL must start with https/],
  [
    "a mail provider without TLS",
    { RESEND_BASE_URL: "http://api.example" },
    /RESEND_BASE_URL must start with https/,
  ],
  [
    "a monitor without TLS, even on this machine",
    { HEARTBEAT_URL: "http://localhost:9000/ping" },
    /HEARTBEAT_URL must start with https/,
  ],
  [
    "a clock file with a database on another machine",
    { DATABASE_URL: ELSEWHERE, CLOCK_FILE: "/tmp/clock" },
    /CLOCK_FILE is for tests/,
  ],
  ["a short secret of the scheduler", { CRON_SECRET: "short" }, /CRON_SECRET must have/],
  ["a short secret of the sessions", { AUTH_SECRET: "short" }, /AUTH_SECRET must have/],
];

describe("a setting that fails open", () => {
  it.each(WRONG)("is refused by name: %s", (_what, change, refusal) => {
    expect(() => parseEnv({ ...complete, ...change })).toThrow(refusal);
    expect(() => parseEnv({ ...complete, ...change })).toThrow(/^((?!hidden)[\s\S])*$/);
  });
});

describe("the connection to a database", () => {
  const tlsOf = (address: string) => {
    const read = readDatabaseAddress(address);
    return read.ok ? read.tls : "refused";
  };

  it.each(["", "?sslmode=require", "?sslmode=verify-ca", "?sslmode=verify-full", "?ssl=true"])(
    "to another machine is encrypted and verified with « %s »",
    (query) => {
      for (const host of ["db.example", "10.0.0.7", "db", "evil.localhost.example", "localhost,db.example"])
        expect(tlsOf(`postgres://web:x@${host}/efacture${query}`), host).toMatchObject({
          rejectUnauthorized: true,
        });
    },
  );

  it("names an IP address for the comparison with the certificate, because TLS has no name for it", () => {
    expect(tlsOf("postgres://web:x@10.0.0.7/efacture")).toEqual({
      rejectUnauthorized: true,
      host: "10.0.0.7",
    });
  });

  it("on this machine is plain unless TLS is asked for, which is then verified", () => {
    for (const host of ["localhost", "127.0.0.1", "127.9.9.9", "%2Fvar%2Frun%2Fpostgresql"]) {
      expect(tlsOf(`postgres://web:x@${host}/efacture`), host).toBe(false);
      expect(tlsOf(`postgres://web:x@${host}/efacture?sslmode=prefer`), host).toBe(false);
      expect(tlsOf(`postgres://web:x@${host}/efacture?sslmode=require`), host).toMatchObject({
        rejectUnauthorized: true,
      });
    }
  });

  it("keeps the client's own parameters to itself, because PostgreSQL would refuse them", () => {
    const read = readDatabaseAddress(
      "postgres://web:x@db.example/efacture?sslmode=require&options=-c%20a%3Db",
    );
    expect(read.ok && read.url).toBe("postgres://web:x@db.example/efacture?options=-c+a%3Db");
  });
});
