import { contentDisposition } from "@/lib/http/content-disposition";
import { generatorSource, leasedBody } from "@/lib/http/leased-body";
import type { Turn } from "@/lib/limits/turn";
import { describeError, log } from "@/lib/log";
import { watchAccess } from "@/lib/persons/watch-access";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import type { FileFacts, Layout, NumberedEntry } from "./layouts/layout-parts";

interface AccountingFile {
  /** Without extension. */
  name: string;
  layout: Layout;
  facts: FileFacts;
  /** Some hundred at a time. */
  entries: AsyncIterable<NumberedEntry[]>;
}

/**
 * Sends entries in a layout while they are read; `turn` is released at the end. A reader who loses access meanwhile
 * gets no more of it.
 */
export function accountingResponse(
  session: CustomerSession,
  request: Request,
  { name, layout, facts, entries }: AccountingFile,
  turn: Turn,
): Response {
  const headers = {
    "content-type": layout.mediaType,
    "content-disposition": contentDisposition("attachment", `${name}.${layout.extension}`),
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
  if (request.method === "HEAD") {
    turn.release();
    return new Response(null, { headers });
  }
  const check = watchAccess(session);
  async function* chunks(): AsyncGenerator<Uint8Array, void, void> {
    const head = layout.head(facts);
    if (head.length > 0) yield head;
    for await (const page of entries) {
      await check(session.viewer);
      const bytes = Buffer.concat(page.map((entry) => layout.entry(entry, facts)));
      if (bytes.length > 0) yield bytes;
    }
  }
  const body = leasedBody(generatorSource(chunks()), turn, (error) =>
    log("error", "export_broke_off", describeError(error)),
  );
  return new Response(body.stream, { headers });
}
