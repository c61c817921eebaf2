import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** Where the package lies while the portal is built. */
const PACKAGE = join(process.cwd(), "node_modules/pdfjs-dist");

/** What pdf.js fetches while it draws: its worker, decoders of images, character maps and fonts that a PDF may leave out. */
const FOLDERS = ["legacy/build", "wasm", "iccs", "cmaps", "standard_fonts"];
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".mjs": "text/javascript; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".icc": "application/octet-stream",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
};

/** The version of pdf.js; in the address of its files, which can then be kept for ever. */
export function previewVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  return version;
}

/** The files of the preview, as paths inside the package. */
export function listPreviewFiles(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(PACKAGE, folder))
      .filter((name) => folder !== "legacy/build" || name === "pdf.worker.min.mjs")
      .filter((name) => extname(name) in MEDIA_TYPES)
      .map((name) => `${folder}/${name}`),
  );
}

/** One of them. */
export async function readPreviewFile(path: string): Promise<{ bytes: Buffer; mediaType: string }> {
  return {
    bytes: await readFile(join(PACKAGE, path)),
    mediaType: MEDIA_TYPES[extname(path)] ?? "application/octet-stream",
  };
}
