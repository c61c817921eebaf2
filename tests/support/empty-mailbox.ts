import { rmSync } from "node:fs";
import { join } from "node:path";
import { forgetTransport } from "@/lib/mails/transports/open-transport";

/**
 * Empties the mailbox. It also forgets the open transport, so that the next mail opens the one of the current settings.
 */
export async function emptyMailbox(): Promise<void> {
  await forgetTransport();
  rmSync(join(process.env.DATA_DIR ?? "", "mailbox"), { recursive: true, force: true });
}
