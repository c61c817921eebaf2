/**
 * Where originals are kept, byte for byte. Keys are made by the portal, never from names of files or people.
 * Every driver passes tests/integration/storage/storage-contract.ts.
 */
export interface Storage {
  /** Stores the bytes durably and in one step. An existing object is left unchanged. */
  put(key: string, bytes: Uint8Array): Promise<"created" | "exists">;
  /** The bytes, or the inclusive range of them, as a stream; null when there is no such object. */
  read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  /** The object's length in bytes, or null. */
  size(key: string): Promise<number | null>;
  /** Removes the object; false when there was none. Only retention may remove an original. */
  remove(key: string): Promise<boolean>;
}

/** Positions of the first and the last byte, both included (RFC 9110, section 14). */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * Returns the key of an original: supplier/year/fingerprint. So the same bytes of one supplier and year are stored
 * once, and all originals of that year have one prefix.
 */
export function originalKey(supplierId: string, issuedOn: string, sha256: string): string {
  return `${supplierId}/${issuedOn.slice(0, 4)}/${sha256}`;
}

/**
 * Returns the key under which a refused file is kept. No invoice has such a key, so that no route can send the file.
 * `id` is new each time, so that removing old bytes never removes newer ones.
 */
export function quarantineKey(supplierId: string, id: string): string {
  return `${supplierId}/quarantine/${id}`;
}
