import { requestAttachment } from "@/lib/persons/request-attachment";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { asOwner } from "@/tests/support/world";
import { resetToTwoAccounts, sessionOf, setProvenAddress } from "./person-world";

/** The address of the identifier to attach. */
export const EMAIL = "camille@ailleurs.example";

/** Two accounts at two suppliers; the second's member has a proven address. */
export async function makeAttachmentWorld() {
  const { suppliers, firstAccount, secondAccount } = await resetToTwoAccounts();
  await setProvenAddress(secondAccount.identifiers.member, EMAIL);
  return {
    firstAccount,
    secondAccount,
    secondSupplier: suppliers.second,
    firstIdentifier: firstAccount.identifiers.administrator,
    secondIdentifier: secondAccount.identifiers.member,
  };
}

/** Asks for a link to attach `identifier`, signed in as `from`. */
export const askAs = async (from: string, identifier: string) =>
  requestAttachment(await sessionOf(from), identifier);

/** The secrets of all attachment links, as in their mails. */
export async function links(): Promise<string[]> {
  const rows = await asOwner(
    (sql) => sql<{ id: string }[]>`select id from tokens where purpose = 'attachment' order by id`,
  );
  return rows.map(({ id }) => deriveToken("attachment", id));
}

/** The numbers of rows that asking for a link or using it can write. */
export const writtenRows = () =>
  asOwner(async (sql) => {
    const [row] = await sql`select
      (select count(*)::int from tokens) as tokens, (select count(*)::int from mails) as mails,
      (select count(*)::int from tokens where consumed_at is not null) as consumed,
      (select count(*)::int from users where person_id is not null) as joined,
      (select count(*)::int from audit_events where action like '%attach%') as events`;
    return { ...row };
  });
