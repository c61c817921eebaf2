/**
 * Returns the Content-Disposition of a file (RFC 6266): an ASCII name for all clients and the exact name in UTF-8 (RFC
 * 8187). Path separators, control and bidirectional characters are replaced.
 */
export function contentDisposition(type: "inline" | "attachment", fileName: string): string {
  const name =
    fileName
      .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, "_")
      .replace(/^\.+/, "_")
      .trim()
      .slice(0, 150) || "facture";
  const ascii =
    name
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .replace(/[^\x20-\x7e]/g, "_")
      .replace(/[%;']/g, "_")
      .trim() || "facture";
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
