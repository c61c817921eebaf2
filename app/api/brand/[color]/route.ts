import { accentStylesheet, isBrandColor } from "@/lib/suppliers/accent";

/** `/api/brand/0b4f6c`: sends a supplier's accent colour as a style sheet, because the CSP refuses style attributes. */
export async function GET(_request: Request, { params }: { params: Promise<{ color: string }> }) {
  const brandColor = `#${(await params).color}`;
  if (!isBrandColor(brandColor)) return new Response(null, { status: 404 });
  return new Response(accentStylesheet(brandColor), {
    headers: {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=86400",
      "x-content-type-options": "nosniff",
    },
  });
}
