import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { PDFBool, type PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import type { ObjectCipher } from "@/lib/formats/bounded-pdf-parser";
import { FormatRefusal } from "@/lib/formats/format-refusal";

/**
 * The bytes that pad a password to 32 bytes; the padded empty password is exactly these bytes (ISO 32000-2,
 * 7.6.4.3.2).
 */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

type Method = "rc4" | "aes-128" | "aes-256" | "none";

/**
 * The cipher of a PDF that opens without a password: only the owner's password is set, as when printing or changing is
 * restricted. Every reader opens such a file (ISO 32000-2, 7.6, standard security handler, revisions 2 to 6). Refuses a
 * file that asks for a password, and other security handlers, as `encrypted_pdf`.
 */
export function openWithoutPassword(encrypt: PDFDict, fileId: Uint8Array): ObjectCipher {
  const version = numberOf(encrypt, "V");
  const revision = numberOf(encrypt, "R");
  if (nameOf(encrypt, "Filter") !== "Standard" || ![1, 2, 4, 5].includes(version))
    throw new FormatRefusal("encrypted_pdf", "unknown security handler");
  const key = version === 5 ? keyOfVersion5(encrypt, revision) : keyOfVersion4(encrypt, revision, fileId);
  if (!key) throw new FormatRefusal("encrypted_pdf", "a password is needed");
  const strings = version < 4 ? "rc4" : methodOf(encrypt, "StrF");
  const streams = version < 4 ? "rc4" : methodOf(encrypt, "StmF");
  // Attachments and data streams matter; a string is decrypted by the same method in all known files.
  const method = streams === "none" ? strings : streams;
  return {
    encryptionKey: key,
    createCipherTransform(objectNumber, generation) {
      const ownKey = objectKey(key, method, objectNumber, generation);
      return { decryptBytes: (bytes) => decrypt(bytes, method, ownKey) };
    },
  };
}

/** Algorithms 2 and 6, revisions 2 to 4. Null when the user password is not empty. */
function keyOfVersion4(encrypt: PDFDict, revision: number, fileId: Uint8Array): Buffer | null {
  const length = revision === 2 ? 5 : keyLength(encrypt);
  const user = bytesOf(encrypt, "U");
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(numberOf(encrypt, "P") | 0);
  const hasPlainMetadata = encrypt.lookup(PDFName.of("EncryptMetadata")) === PDFBool.False;
  let key = md5(
    PADDING,
    bytesOf(encrypt, "O").subarray(0, 32),
    permissions,
    fileId,
    Buffer.alloc(revision >= 4 && hasPlainMetadata ? 4 : 0, 0xff),
  );
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, 32)) ? key : null;
  let check = rc4(key, md5(PADDING, fileId));
  for (let round = 1; round <= 19; round += 1)
    check = rc4(Buffer.from(key.map((byte) => byte ^ round)), check);
  return check.equals(user.subarray(0, 16)) ? key : null;
}

/** Algorithms 2.A and 11, revisions 5 and 6. */
function keyOfVersion5(encrypt: PDFDict, revision: number): Buffer | null {
  const user = bytesOf(encrypt, "U");
  const [check, checkSalt, keySalt] = [user.subarray(0, 32), user.subarray(32, 40), user.subarray(40, 48)];
  const hash = revision === 5 ? (salt: Buffer) => createHash("sha256").update(salt).digest() : hardenedHash;
  if (keySalt.length !== 8 || !hash(checkSalt).equals(check)) return null;
  const decipher = createDecipheriv("aes-256-cbc", hash(keySalt), Buffer.alloc(16)).setAutoPadding(false);
  return decipher.update(bytesOf(encrypt, "UE").subarray(0, 32));
}

/** Algorithm 2.B for the empty password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = createHash("sha256").update(salt).digest();
  for (let round = 0; ; round += 1) {
    const block = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(
      false,
    );
    const encrypted = cipher.update(block);
    const sum = encrypted.subarray(0, 16).reduce((total, byte) => total + byte, 0);
    key = createHash(["sha256", "sha384", "sha512"][sum % 3] ?? "sha256")
      .update(encrypted)
      .digest();
    if (round >= 63 && (encrypted.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}

/** Algorithm 1: each object has its own key, except with AES-256. */
function objectKey(key: Uint8Array, method: Method, objectNumber: number, generation: number): Buffer {
  if (method === "aes-256" || method === "none") return Buffer.from(key);
  const salt = Buffer.alloc(5);
  salt.writeUIntLE(objectNumber % 2 ** 24, 0, 3);
  salt.writeUIntLE(generation % 2 ** 16, 3, 2);
  const ownKey = md5(key, salt, Buffer.from(method === "aes-128" ? "sAlT" : ""));
  return ownKey.subarray(0, Math.min(16, key.length + 5));
}

function decrypt(bytes: Uint8Array, method: Method, key: Buffer): Uint8Array {
  if (method === "none") return bytes;
  if (method === "rc4") return rc4(key, bytes);
  // The first block is the initialisation vector. Some producers do not encrypt strings, so bytes too short for a
  // further block stay unchanged.
  const length = bytes.length - (bytes.length % 16);
  if (length < 32) return bytes;
  const decipher = createDecipheriv(
    method === "aes-128" ? "aes-128-cbc" : "aes-256-cbc",
    key,
    bytes.subarray(0, 16),
  );
  const plain = decipher.setAutoPadding(false).update(bytes.subarray(16, length));
  const padding = plain.at(-1) ?? 0;
  return plain.subarray(0, padding >= 1 && padding <= 16 ? plain.length - padding : plain.length);
}

/** OpenSSL 3 offers RC4 only as a legacy cipher, which Node does not load. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index] ?? 0;
  const swap = (i: number, j: number) => ([state[i], state[j]] = [at(j), at(i)]);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  const output = Buffer.alloc(bytes.length);
  for (let index = 0, i = 0, j = 0; index < bytes.length; index += 1) {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    output[index] = (bytes[index] ?? 0) ^ at((at(i) + at(j)) & 255);
  }
  return output;
}

function methodOf(encrypt: PDFDict, use: "StmF" | "StrF"): Method {
  const name = nameOf(encrypt, use) ?? "Identity";
  if (name === "Identity") return "none";
  const filters = encrypt.lookup(PDFName.of("CF"));
  const filter = isDict(filters) ? filters.lookup(PDFName.of(name)) : undefined;
  const method = isDict(filter) ? nameOf(filter, "CFM") : null;
  const known = { V2: "rc4", AESV2: "aes-128", AESV3: "aes-256", None: "none" } as const;
  if (method === null || !(method in known)) throw new FormatRefusal("encrypted_pdf", "unknown crypt filter");
  return known[method as keyof typeof known];
}

/** In bits, between 40 and 128; crypt filters state it in bytes, and version 4 always means 128. */
function keyLength(encrypt: PDFDict): number {
  if (numberOf(encrypt, "V") === 4) return 16;
  const bits = numberOf(encrypt, "Length", 40);
  return Math.min(16, Math.max(5, Math.floor(bits / 8)));
}

const md5 = (...parts: Uint8Array[]) => createHash("md5").update(Buffer.concat(parts)).digest();

const isDict = (object: unknown): object is PDFDict =>
  typeof object === "object" && object !== null && "lookup" in object;

function numberOf(dict: PDFDict, key: string, absent = NaN): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : absent;
}

function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}

function bytesOf(dict: PDFDict, key: string): Buffer {
  const value = dict.lookup(PDFName.of(key));
  return Buffer.from(value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : []);
}
