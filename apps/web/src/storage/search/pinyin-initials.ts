import { surnameInitials } from './surname-initials.ts';

/** The first character of each initial in the pinyin order of CLDR. No initial is i, u or v. */
const firstOfInitial = '吖a八b嚓c咑d妸e发f旮g哈h丌j咔k垃l呣m拏n喔o妑p七q呥r仨s他t屲w夕x丫y帀z';

/** What sorts after the last syllable, zuo, has no reading that the order knows. */
const lastRead = '咗';

const pairs = [...firstOfInitial];
const boundaries: readonly (readonly [string, string])[] = pairs.flatMap((character, index) =>
  index % 2 === 0 ? [[character, pairs[index + 1] ?? ''] as const] : [],
);

const collator = new Intl.Collator('zh-u-co-pinyin');

/** A browser without the pinyin order sorts by something else, and wrong initials are worse than none. */
const knowsPinyin = boundaries.every(
  ([character], index) => index === 0 || collator.compare(boundaries[index - 1]?.[0] ?? '', character) < 0,
);

const initials = new Map<string, string>();

const findInitial = (character: string): string => {
  if (!knowsPinyin || !/\p{Script=Han}/u.test(character) || collator.compare(character, lastRead) > 0) return '';
  let low = 0;
  let high = boundaries.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (collator.compare(boundaries[middle]?.[0] ?? '', character) <= 0) low = middle;
    else high = middle - 1;
  }
  return boundaries[low]?.[1] ?? '';
};

const initialOf = (character: string): string => {
  const known = initials.get(character) ?? findInitial(character);
  initials.set(character, known);
  return known;
};

/**
 * Gives the pinyin initials of a name, such as zsf for 张三丰; letters stay themselves, other signs drop out. A surname
 * with a reading of its own gives both readings, because people type either.
 */
export const pinyinInitials = (name: string): readonly string[] => {
  const characters = [...name.normalize('NFKC').toLowerCase()];
  const rest = characters.slice(1).map(letterOf).join('');
  const first = characters[0] ?? '';
  const readings = new Set([surnameInitials.get(first) ?? letterOf(first), letterOf(first)]);
  return [...readings].map((reading) => reading + rest).filter((text) => text !== '');
};

const letterOf = (character: string): string => (/[a-z]/.test(character) ? character : initialOf(character));
