import { listPreviewFiles, previewVersion, readPreviewFile } from "@/lib/invoices/original/preview-files";

/** The build writes these files; any other name is answered with 404. */
export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  const version = previewVersion();
  return listPreviewFiles().map((file) => ({ version, file: file.split("/") }));
}

interface Context {
  params: Promise<{ version: string; file: string[] }>;
}

/** `/pdf.js/{version}/…`: sends the files of pdf.js that the preview loads. The CSP here is for the pdf.js worker. */
export async function GET(_request: Request, { params }: Context) {
  const { bytes, mediaType } = await readPreviewFile((await params).file.join("/"));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'",
    },
  });
}
