import { inArray } from "drizzle-orm";
import { linkCapabilities, tokens } from "@/db/schema/tokens";
import { withViewer } from "@/lib/access/with-viewer";
import type { DeriveSecret } from "@/lib/mails/kinds/render-context";
import { deriveTokenAgain } from "@/lib/tokens/mailed-token";
import type { ClaimedMail } from "./shipment";

/**
 * Loads the digests of all links in these mails, and returns a function that derives each secret again with the server
 * key that made it. That function throws when no current key makes the secret.
 */
export async function loadSecrets(mails: readonly ClaimedMail[]): Promise<DeriveSecret> {
  const tokenIds = mails.flatMap(({ content }) => content?.tokenId ?? []);
  const linkIds = mails.flatMap(({ content }) => content?.linkId ?? []);
  const hashes = new Map<string, string>();
  if (tokenIds.length + linkIds.length > 0)
    await withViewer({ kind: "job" }, async (tx) => {
      for (const [table, ids] of [
        [tokens, tokenIds],
        [linkCapabilities, linkIds],
      ] as const) {
        if (ids.length === 0) continue;
        const rows = await tx
          .select({ id: table.id, tokenHash: table.tokenHash })
          .from(table)
          .where(inArray(table.id, ids));
        for (const { id, tokenHash } of rows) hashes.set(id, tokenHash);
      }
    });
  return (purpose, rowId) => {
    const hash = hashes.get(rowId);
    const secret = hash && deriveTokenAgain(purpose, rowId, hash);
    if (!secret)
      throw new Error("The secret of this mail's link cannot be derived from any current server key.");
    return secret;
  };
}
