import type { Administrator } from "@/lib/access/viewer";
import { LONGEST_LIST, type PeopleFileProblem, readPeopleFile } from "./people-file";
import { type PlannedUser, planSeveralUsers } from "./plan-several-users";

/** A list as it was read: the people found, or why it cannot be used, and the text to confirm. */
export interface PlannedList {
  people: PlannedUser[];
  problem: PeopleFileProblem | null;
  list: string;
}

/**
 * Says for each person of a list whether they can be added (`planSeveralUsers`). A file replaces what was pasted. A list
 * that is longer than `LONGEST_LIST` is refused as a whole, never cut.
 */
export async function planList(viewer: Administrator, pasted: string, file: File): Promise<PlannedList> {
  const refused = (problem: PeopleFileProblem): PlannedList => ({ people: [], problem, list: pasted });
  // A large file is refused by its size, before its bytes are read.
  if (file.size > LONGEST_LIST || pasted.length > LONGEST_LIST) return refused("too_large");
  const read =
    file.size > 0
      ? readPeopleFile(new Uint8Array(await file.arrayBuffer()))
      : { ok: true as const, list: pasted };
  if (!read.ok) return refused(read.reason);
  const people = await planSeveralUsers(viewer, read.list);
  return people.length === 0 ? refused("empty") : { people, problem: null, list: read.list };
}
