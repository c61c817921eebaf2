import { SelectField } from "@/components/ui/select-field";

interface PersonChoiceProps {
  id: string;
  label: string;
  people: readonly { id: string; name: string; identifier: string }[];
  defaultValue?: string;
}

/** The choice of one person; the id is sent as `user`. */
export function PersonChoice({ id, label, people, defaultValue }: PersonChoiceProps) {
  return (
    <SelectField id={id} label={label} name="user" defaultValue={defaultValue} isKept>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name === "" ? person.identifier : `${person.name}, ${person.identifier}`}
        </option>
      ))}
    </SelectField>
  );
}
