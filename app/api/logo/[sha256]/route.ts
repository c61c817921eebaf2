import { answer } from "@/lib/http/answer";
import { logoKey } from "@/lib/logo";
import { storage } from "@/lib/storage/open-storage";

/**
 * `/api/logo/{sha256}`: the PNG file of a supplier's logo, for pages and mails. Everybody may read it, like the sign-in
 * page. An address always shows the same bytes. next.config.mjs adds the other headers.
 */
export const GET = answer(async (_request, { params }: { params: Promise<{ sha256: string }> }) => {
  const { sha256 } = await params;
  const bytes = /^[0-9a-f]{64}$/.test(sha256) ? await storage().read(logoKey(sha256)) : null;
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(bytes, {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
});
