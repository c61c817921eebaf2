import { createCipheriv, createHash, randomBytes } from "node:crypto";

const sha256 = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const hex = (bytes: Buffer) => `<${bytes.toString("hex")}>`;

/**
 * A PDF with this invoice data, encrypted as Acrobat 9 did (AES-256, revision 5, Adobe's extension level 3), which no library
 * writes any more: once with an owner's password only, and once with a password that a reader must type.
 */
export function makeRevision5(xml: string): { file: Uint8Array; withPassword: Uint8Array } {
  return { file: makeFile(xml, ""), withPassword: makeFile(xml, "secret") };
}

function makeFile(xml: string, password: string): Uint8Array {
  const [key, checkSalt, keySalt] = [randomBytes(32), randomBytes(8), randomBytes(8)];
  const typed = Buffer.from(password);
  const user = Buffer.concat([sha256(typed, checkSalt), checkSalt, keySalt]);
  const userKey = createCipheriv("aes-256-cbc", sha256(typed, keySalt), Buffer.alloc(16)).setAutoPadding(
    false,
  );
  const encrypted = (plain: string | Buffer) => {
    const start = randomBytes(16);
    const cipher = createCipheriv("aes-256-cbc", key, start);
    return Buffer.concat([start, cipher.update(plain), cipher.final()]);
  };
  const data = encrypted(Buffer.from(xml));
  const name = hex(encrypted("factur-x.xml"));
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + name + " 4 0 R]>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    `<</Type/Filespec/F ${name}/UF ${name}/AFRelationship/Data/EF<</F 5 0 R>>>>`,
    Buffer.concat([
      Buffer.from(`<</Type/EmbeddedFile/Subtype/text#2Fxml/Length ${data.length}>>stream\r\n`),
      data,
      Buffer.from("\r\nendstream"),
    ]),
    "<</Filter/Standard/V 5/R 5/Length 256/P -1340/EncryptMetadata true/StmF/StdCF/StrF/StdCF" +
      "/CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>" +
      `/O ${hex(randomBytes(48))}/OE ${hex(randomBytes(32))}/Perms ${hex(randomBytes(16))}` +
      `/U ${hex(user)}/UE ${hex(userKey.update(key))}>>`,
  ];
  const parts = [Buffer.from("%PDF-1.7\n")];
  const offsets = objects.map((object, index) => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const id = hex(randomBytes(16));
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}` +
        `trailer<</Size ${objects.length + 1}/Root 1 0 R/Encrypt 6 0 R/ID[${id}${id}]>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
