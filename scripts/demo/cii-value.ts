import { leaf, node, type XmlElement } from "./xml-element";

/** Makes BT-18 or BT-128 with scheme ABZ, vehicle licence number (UNTDID 1153). */
export function ciiVehicle(plate: string): XmlElement {
  return node("ram:AdditionalReferencedDocument", [
    leaf("ram:IssuerAssignedID", plate),
    leaf("ram:TypeCode", "130"),
    leaf("ram:ReferenceTypeCode", "ABZ"),
  ]);
}

/** Makes a date in format 102 (CCYYMMDD). */
export function ciiDate(name: string, date: string): XmlElement {
  return leaf(name, date.replaceAll("-", ""), { format: "102" });
}
