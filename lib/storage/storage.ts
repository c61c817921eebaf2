/**
 * Where originals are kept, byte for byte. Keys are made by the portal, never from names of files or people.
 * Every driver passes tests/integration/storage/storage-contract.ts.
 */
export interface Storage {
  /** Stores the bytes for good, durably, in one step. An object that is there already stays as it is. */
  put(key: string, bytes: Uint8Array): Promise<"created" | "exists">;
  /** The bytes, or the inclusive range of them, as a stream; null when there is no such object. */
  read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  /** The object's length in bytes, or null. */
  size(key: string): Promise<number | null>;
  /** Removes the object; false when there was none. Retention alone may call it. */
  remove(key: string): Promise<boolean>;
}

/** Positions of the first and the last byte, both included (RFC 9110, section 14). */
export interface ByteRange {
  first: number;
  last: number;
}

/** supplier/year/fingerprint: the same bytes of a supplier are one object, and a supplier's year is one prefix. */
export function originalKey(supplierId: string, issuedOn: string, sha256: string): string {
  return `${supplierId}/${issuedOn.slice(0, 4)}/${sha256}`;
}
