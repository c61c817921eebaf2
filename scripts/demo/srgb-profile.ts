/**
 * Returns an ICC version 2.1 display profile of sRGB (IEC 61966-2-1), which the output intent of PDF/A requires
 * (ISO 19005-3, 6.2.3). It is computed, so that the generator needs no binary file: the primaries are those of the
 * standard adapted to D50, the curve is that of the standard in 1,024 steps.
 */
export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: [string, Buffer][] = [
    ["desc", descriptionTag("sRGB IEC61966-2.1")],
    ["cprt", textTag("No copyright, use freely.")],
    ["wtpt", xyzTag(0.9642, 1, 0.8249)],
    ["rXYZ", xyzTag(0.43607, 0.22249, 0.01392)],
    ["gXYZ", xyzTag(0.38515, 0.71687, 0.09708)],
    ["bXYZ", xyzTag(0.14307, 0.06061, 0.7141)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  return assemble(tags);
}

function assemble(tags: [string, Buffer][]): Uint8Array {
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const placed = new Map<Buffer, number>();
  const blocks: Buffer[] = [];
  let offset = 128 + table.length;
  tags.forEach(([signature, data], index) => {
    if (!placed.has(data)) {
      placed.set(data, offset);
      blocks.push(data);
      offset += data.length;
    }
    table.write(signature, 4 + index * 12, "latin1");
    table.writeUInt32BE(placed.get(data) ?? 0, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  });
  return new Uint8Array(Buffer.concat([header(offset), table, ...blocks]));
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  [2020, 1, 1, 0, 0, 0].forEach((part, index) => bytes.writeUInt16BE(part, 24 + index * 2));
  bytes.write("acsp", 36, "latin1");
  fixed(0.9642, bytes, 68);
  fixed(1, bytes, 72);
  fixed(0.8249, bytes, 76);
  return bytes;
}

function xyzTag(x: number, y: number, z: number): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write("XYZ ", 0, "latin1");
  [x, y, z].forEach((value, index) => fixed(value, bytes, 8 + index * 4));
  return bytes;
}

function curveTag(): Buffer {
  const steps = 1024;
  const bytes = Buffer.alloc(12 + steps * 2);
  bytes.write("curv", 0, "latin1");
  bytes.writeUInt32BE(steps, 8);
  for (let step = 0; step < steps; step += 1) {
    const encoded = step / (steps - 1);
    const linear = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 65535), 12 + step * 2);
  }
  return bytes;
}

function textTag(text: string): Buffer {
  const body = Buffer.from(`text\0\0\0\0${text}\0`, "latin1");
  return Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
}

/** Makes a `textDescriptionType`: the ASCII form, then empty Unicode and Macintosh forms of fixed length. */
function descriptionTag(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, "latin1");
  const head = Buffer.alloc(12);
  head.write("desc", 0, "latin1");
  head.writeUInt32BE(ascii.length, 8);
  const body = Buffer.concat([head, ascii, Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
  return Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
}

function fixed(value: number, bytes: Buffer, offset: number): void {
  bytes.writeInt32BE(Math.round(value * 65536), offset);
}
