import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** The folder of the package; it exists while the portal is built. */
const PACKAGE = join(process.cwd(), "node_modules/pdfjs-dist");

/**
 * The folders pdf.js loads from: its worker, image decoders, colour profiles, character maps, and the standard fonts,
 * which a PDF may use without embedding them.
 */
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

/** Returns the version of pdf.js. It is part of the files' URLs, so browsers may cache them without limit. */
export function previewVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  return version;
}

/** Lists the files of the preview, as paths inside the package. */
export function listPreviewFiles(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(PACKAGE, folder))
      .filter((name) => folder !== "legacy/build" || name === "pdf.worker.min.mjs")
      .filter((name) => extname(name) in MEDIA_TYPES)
      .map((name) => `${folder}/${name}`),
  );
}

/** Reads one of these files. */
export async function readPreviewFile(path: string): Promise<{ bytes: Buffer; mediaType: string }> {
  return {
    bytes: await readFile(join(PACKAGE, path)),
    mediaType: MEDIA_TYPES[extname(path)] ?? "application/octet-stream",
  };
}
