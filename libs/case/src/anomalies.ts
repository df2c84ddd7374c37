/** Every reason for which a report stands beside the record instead of in it. */
export const ANOMALIES = {
  not_allowed: 'The charge stood where this cannot happen',
  barred: 'Refiling was barred, and too few say otherwise',
  contradicts: 'One originator gives another outcome, proved no better than the one that stands',
  outweighed: 'A later step that is better proved leaves no room for it',
  no_place: 'Its date leaves no point at which it could have happened',
  other_date: 'It tells a known step with another date',
  no_row: 'It names no offence, and fits none of the charges',
  which_charge: 'Different outcomes without an offence: which charge each means is not said',
} as const;
