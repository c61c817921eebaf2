import { answer } from "@/lib/http/answer";
import { logoKey } from "@/lib/logo";
import { storage } from "@/lib/storage/open-storage";

/**
 * `/api/logo/{sha256}`: the PNG file of a supplier's logo, for pages and mails. Everybody may read it, like the sign-in
 * page. An address always shows the same bytes. next.config.mjs adds the other headers. The file, which is small, is read
 * at once: a stream that is not read to its end, as of HEAD or for a slow reader, would keep a descriptor open.
 */
export const GET = answer(async (_request, { params }: { params: Promise<{ sha256: string }> }) => {
  const { sha256 } = await params;
  const file = /^[0-9a-f]{64}$/.test(sha256) ? await storage().read(logoKey(sha256)) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(await new Response(file).arrayBuffer(), {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
});
