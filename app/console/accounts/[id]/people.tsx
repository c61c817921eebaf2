import { PeopleList } from "@/components/console/account/people-list";
import { now } from "@/lib/clock";
import type { AccountPart } from "./account-part";
import { personAction } from "./person-action";

/** The people of an account, with what keeps each from signing in. */
export function People({ session, account, people, formResult }: AccountPart) {
  const { timeZone } = session.supplier;
  return (
    <PeopleList
      people={people}
      timeZone={timeZone}
      now={now()}
      refused={formResult.refused("person")}
      change={account.state === "closed" ? null : personAction.bind(null, account.id)}
    />
  );
}
