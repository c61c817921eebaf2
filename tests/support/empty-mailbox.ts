import { rmSync } from "node:fs";
import { join } from "node:path";
import { forgetTransport } from "@/lib/mails/transports/open-transport";

/** Empties the mailbox, and forgets the open transport: the next mail opens the one that the settings name then. */
export async function emptyMailbox(): Promise<void> {
  await forgetTransport();
  rmSync(join(process.env.DATA_DIR ?? "", "mailbox"), { recursive: true, force: true });
}
