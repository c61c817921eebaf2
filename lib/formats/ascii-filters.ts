/** ASCIIHexDecode (ISO 32000-2, 7.4.2): two digits a byte, ended by ">"; anything else is skipped. */
export function decodeAsciiHex(bytes: Uint8Array): Uint8Array {
  const digits =
    Buffer.from(bytes)
      .toString("latin1")
      .split(">", 1)[0]
      ?.replace(/[^0-9a-f]/gi, "") ?? "";
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
}

/** ASCII85Decode (ISO 32000-2, 7.4.3): five characters for four bytes, "z" for four zero bytes, ended by "~". */
export function decodeAscii85(bytes: Uint8Array): Uint8Array {
  const decoded = Buffer.alloc(bytes.length * 4 + 4);
  let [length, count, value] = [0, 0, 0];
  const put = (kept: number) => {
    decoded.writeUInt32BE(value % 2 ** 32, length);
    length += kept;
    [count, value] = [0, 0];
  };
  for (const code of bytes) {
    if (code === 0x7e) break;
    if (code === 0x7a && count === 0) put(4);
    if (code < 0x21 || code > 0x75) continue;
    value = value * 85 + (code - 0x21);
    count += 1;
    if (count === 5) put(4);
  }
  if (count > 1) {
    const kept = count - 1;
    for (; count < 5; count += 1) value = value * 85 + 84;
    put(kept);
  }
  return decoded.subarray(0, length);
}
