/** As `extract` takes it. */
type Article = Readonly<{ title: string; text: string; published: string; language: string }>;

const FIRST = ['Odalys', 'Tamsin', 'Corwin', 'Maribel', 'Desmond', 'Ottilie', 'Barnaby', 'Ingrid', 'Leopold', 'Saskia'];
const ONSETS = ['Bel', 'Cor', 'Dan', 'Far', 'Gal', 'Hol', 'Lam', 'Mor', 'Nes', 'Tor'];
const MIDDLES = ['ba', 'de', 'fi', 'go', 'la', 'mi', 'no', 'ru', 'ta', 've'];
const ENDS = ['brook', 'dale', 'field', 'ford', 'ham', 'ley', 'mere', 'stead', 'ton', 'wick'];
const OFFENCES = ['theft', 'arson', 'burglary', 'wire fraud', 'perjury'];
const TOWNS = ['Harbor Falls', 'Millbrook', 'Easton', 'Ashford'];

const pick = <Item>(from: readonly Item[], n: number): Item => from[n % from.length] as Item;

/** Names of nobody: another for each number below ten thousand, and no two with one surname below a thousand. */
export function personName(n: number): string {
  return `${pick(FIRST, Math.floor(n / 1_000))} ${pick(ONSETS, n)}${pick(MIDDLES, Math.floor(n / 10))}${pick(ENDS, Math.floor(n / 100))}`;
}

/** Two sentences: what a wire sends first. */
export function brief(n: number): Article {
  const name = personName(n);
  const text = `${name} was charged with ${pick(OFFENCES, n)} on Monday, prosecutors said. The case was filed in ${pick(TOWNS, n)}.`;
  return { title: `${name} charged`, text, published: '2024-03-05', language: 'en' };
}

/** About four hundred words: two defendants, several steps, and the paragraphs around them that report nothing of the case. */
export function article(n: number): Article {
  const [one, other, judge] = [personName(n), personName(n + 311), personName(n + 527).split(' ')[1] ?? ''];
  const [surname, otherSurname] = [one.split(' ')[1] ?? '', other.split(' ')[1] ?? ''];
  const [offence, town] = [pick(OFFENCES, n), pick(TOWNS, n)];
  const paragraphs = [
    `A jury in ${town} found ${one}, ${24 + (n % 50)}, guilty of ${offence} on Friday after a trial that lasted nine days. ${other}, who was tried beside ${surname}, was acquitted of the same charge.`,
    `${surname} was arrested in October 2023 and charged with ${offence} on November 2, 2023. A grand jury indicted both defendants on December 14, 2023, according to court records. They pleaded not guilty at their arraignment in January.`,
    `Prosecutors told the jury that the losses came to more than two million dollars over three years. The money passed through accounts at four banks, an accountant testified, and much of it has never been found. The defense called no witnesses.`,
    `Judge ${judge} thanked the jurors for their patience before she sent them home. Sentencing was set for May 17. Until then ${surname} stays free on bail and must not leave the county without leave of the court.`,
    `"We are disappointed, and we will look at every ground there is," the defense lawyer said outside the courthouse. The prosecutor’s office said in a short statement that it respected the work of the jury and would say more at the sentencing.`,
    `${otherSurname} left by a side door and did not speak to reporters. Friends who had come every day embraced on the steps. One of them said that the last year had been hard for the whole family, and that nobody had slept much this week.`,
    `The building where the firm had its offices has stood empty since the search. Former employees have found work elsewhere in ${town}, and the town council has talked about buying the site for a library. A vote on that is expected in the summer.`,
    `A second charge of perjury against ${surname} was dismissed in February at the request of the prosecution. The judge did not say whether it can be brought again. A civil suit by eleven former customers is pending before another court.`,
    `The case has drawn wide interest in the county, where the firm was one of the larger employers. Hearings were moved twice to a larger room, and on most days people waited in line from early morning to hear the testimony of the bookkeepers.`,
  ];
  return { title: `${one} found guilty of ${offence}`, text: paragraphs.join('\n\n'), published: '2024-03-15', language: 'en' };
}
