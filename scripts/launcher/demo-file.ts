import { join } from "node:path";
import { z } from "zod";
import { readIfPresent, writePrivateFile } from "@/db/embedded/private-file";
import { ROLES } from "@/lib/roles";

const demoUser = z.object({
  identifier: z.string(),
  password: z.string(),
  role: z.enum(ROLES),
  supplier: z.string().nullish(),
  company: z.string().nullish(),
  customerNumber: z.string().nullish(),
  email: z.string().nullish(),
  totpSecret: z.string().nullish(),
});

/** The demo's users, keys and tokens, with which people and scripts sign in. */
export const demoAccess = z.object({
  users: z.array(demoUser),
  supplierKeys: z.record(z.string(), z.string()),
  customerTokens: z.record(z.string(), z.string()),
});

const demoFile = demoAccess.extend({ url: z.string(), mailboxUrl: z.string(), cronSecret: z.string() });

export type DemoAccess = z.infer<typeof demoAccess>;
export type DemoFile = z.infer<typeof demoFile>;

/** Returns `DATA_DIR/demo.json`, or null before the demo data is loaded. */
export function readDemoFile(dataDir: string): DemoFile | null {
  const text = readIfPresent(demoPath(dataDir));
  return text === null ? null : demoFile.parse(JSON.parse(text));
}

/** Writes `demo.json` for the portal at `url`; only the owner of the file may read it. */
export function writeDemoFile(dataDir: string, access: DemoAccess, url: string): DemoFile {
  const { users, supplierKeys, customerTokens } = access;
  const cronSecret = process.env.CRON_SECRET ?? "";
  const file = { url, mailboxUrl: `${url}/dev/mailbox`, cronSecret, users, supplierKeys, customerTokens };
  writePrivateFile(demoPath(dataDir), `${JSON.stringify(file, null, 2)}\n`);
  return file;
}

function demoPath(dataDir: string): string {
  return join(dataDir, "demo.json");
}
