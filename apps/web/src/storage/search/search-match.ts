import { comparable, numbersIn, type SearchDoor, type SearchPerson } from './search-door.ts';

/** One word of a query, prepared once for all doors. */
export interface QueryWord {
  readonly text: string;
  readonly kind: 'letters' | 'digits' | 'address' | 'text';
  readonly numbers: readonly string[];
}

/** How well a door fits, and through whom. Zero means that it does not. */
export interface Match {
  readonly score: number;
  readonly person: SearchPerson | null;
}

const noMatch: Match = { score: 0, person: null };

/** Words that address a door when they stand with numbers: 3号楼2单元, 2组5院. */
const addressWords = /[号楼栋幢座单元门洞室户层院组队#-]/u;

const kindOf = (text: string): QueryWord['kind'] => {
  if (/^[a-z]+$/.test(text)) return 'letters';
  if (/^\d+$/.test(text)) return 'digits';
  return /\d/.test(text) && addressWords.test(text) ? 'address' : 'text';
};

/** Reads a query: words apart by blanks or commas all have to fit. Dashes of any width join the numbers of an address. */
export const readQuery = (query: string): readonly QueryWord[] =>
  query
    .split(/[\s,,、;;]+/u)
    .map((word) => comparable(word).replace(/[—–_/.·]/gu, '-'))
    .filter((text) => text !== '')
    .map((text) => ({ text, kind: kindOf(text), numbers: numbersIn(text) }));

const best = (a: Match, b: Match): Match => (b.score > a.score ? b : a);

const bestPerson = (door: SearchDoor, scoreOf: (person: SearchPerson) => number): Match => {
  let found = noMatch;
  for (const person of door.people) {
    const score = scoreOf(person);
    if (score > found.score) found = { score, person };
  }
  return found;
};

const textScore = (whole: string, part: string): number => {
  if (!whole.includes(part)) return 0;
  if (whole === part) return 3;
  return whole.startsWith(part) ? 2 : 1;
};

const byInitials = (door: SearchDoor, { text }: QueryWord): Match =>
  bestPerson(door, ({ initials }) => {
    let score = 0;
    for (const own of initials) score = Math.max(score, textScore(own, text));
    return score === 0 ? 0 : 40 + score * 10;
  });

const byPhone = (door: SearchDoor, { text }: QueryWord): Match => {
  // Two digits end every hundredth number; three are what people say of one.
  if (text.length < 3) return noMatch;
  return bestPerson(door, ({ digits }) => {
    if (digits.endsWith(text)) return digits === text ? 90 : 60;
    return text.length > 4 && digits.includes(text) ? 20 : 0;
  });
};

/** Numbers fit in order; the last one may still be being typed, and must then begin the door's own. */
const byNumbers = (door: SearchDoor, { numbers }: QueryWord): Match => {
  let at = 0;
  for (const [index, number] of numbers.entries()) {
    const isLast = index === numbers.length - 1;
    while (at < door.numbers.length && !fits(door.numbers[at] ?? '', number, isLast)) at += 1;
    if (at === door.numbers.length) return noMatch;
    at += 1;
  }
  const isWhole = at === door.numbers.length && door.numbers.at(-1) === numbers.at(-1);
  return { score: (isWhole ? 65 : 30) + Math.min(numbers.length, 4), person: null };
};

const fits = (own: string, typed: string, isLast: boolean): boolean => (isLast ? own.startsWith(typed) : own === typed);

const byDoor = (door: SearchDoor, { text }: QueryWord): Match => {
  const score = textScore(door.doorLabel, text);
  return score < 2 ? noMatch : { score: score === 3 ? 75 : 35, person: null };
};

const byText = (door: SearchDoor, { text }: QueryWord): Match => {
  const named = bestPerson(door, ({ name }) => {
    const score = textScore(name, text);
    return score === 0 ? 0 : 60 + score * 10;
  });
  return door.address.includes(text) ? best(named, { score: 45, person: null }) : named;
};

const matchWord = (door: SearchDoor, word: QueryWord): Match => {
  switch (word.kind) {
    case 'letters':
      return best(byInitials(door, word), byText(door, word));
    case 'digits':
      return best(best(byDoor(door, word), byPhone(door, word)), byNumbers(door, word));
    case 'address':
      return best(byNumbers(door, word), byText(door, word));
    case 'text':
      return byText(door, word);
  }
};

/** Tells how well a door fits a whole query; every word has to fit. */
export const matchDoor = (door: SearchDoor, words: readonly QueryWord[]): Match => {
  let score = 0;
  let person: SearchPerson | null = null;
  for (const word of words) {
    const match = matchWord(door, word);
    if (match.score === 0) return noMatch;
    score += match.score;
    person ??= match.person;
  }
  return { score, person };
};
