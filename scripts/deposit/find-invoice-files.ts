import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";

/** Returns the PDF and XML files among the paths and in their folders, in a stable order. */
export async function findInvoiceFiles(
  paths: string[],
): Promise<{ files: string[]; ignored: number; missing: string[] }> {
  const files: string[] = [];
  const missing: string[] = [];
  let ignored = 0;
  const take = (path: string) => {
    if ([".pdf", ".xml"].includes(extname(path).toLowerCase())) files.push(path);
    else ignored += 1;
  };
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (!found) missing.push(path);
    else if (!found.isDirectory()) take(path);
    else {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      entries.filter((entry) => entry.isFile()).forEach((entry) => take(join(entry.parentPath, entry.name)));
    }
  }
  return { files: [...new Set(files)].sort(), ignored, missing };
}
