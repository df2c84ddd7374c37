/** A caption, a credit or a link is not the story; what a longer sentence says beside a credit still is. */
const LONGEST_CREDIT = 220;
const CREDIT = /(?:getty images|associated press photo|ap photo|handout(?: photo| via)?|file photo|photo(?:graph)?:|picture:|image:|reuters\/|afp\/|\/afp|\/ap\b|\/epa\b|shutterstock|\bphoto by\b|pool photo|\/getty|screenshot)/i;
const LINK = /^(?:just watched|replay|must watch|read more|read also|see also|also read|related(?: stories| articles| content)?\b|more on this|recommended|watch:|video:|click here|sign up|subscribe|share (?:this|on)|follow us|advertisement|continue reading|the post .{0,200} appeared first on|from (?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)\w*\.? \d|contributing:|contact us|copyright|©|all rights reserved|listen to|download the|most read|trending|comments? \d|\d+ comments?|published at|last updated)/i;

export function isFurniture(sentence: string): boolean {
  const line = sentence.trim();
  if (LINK.test(line)) return true;
  return line.length <= LONGEST_CREDIT && CREDIT.test(line);
}
