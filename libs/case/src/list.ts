/**
 * A list that grows at its end without copying: placing one vague step keeps a state of the charge for every gap, and
 * with copies that would cost the square of the steps.
 */
export type List<Item> = Readonly<{ last: Item; before: List<Item> }> | null;

export const added = <Item>(before: List<Item>, last: Item): List<Item> => ({ last, before });

export function listed<Item>(list: List<Item>): Item[] {
  const items: Item[] = [];
  for (let at = list; at; at = at.before) items.push(at.last);
  return items.toReversed();
}
