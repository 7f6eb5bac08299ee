/** Is what is known of the household behind a wish, so that a public text can be checked against it. */
export interface IdentifyingFacts {
  readonly names: readonly string[];
  readonly doorLabels: readonly string[];
}

/** Names a piece of a public text that tells who or where somebody is. */
export interface IdentifyingPiece {
  readonly kind: 'name' | 'number' | 'door';
  readonly piece: string;
}

const surname =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤郝邵史龙孟常侯邱江段钱汪田董梁杜贾丁高夏蔡林黄程郭徐胡万刘崔于武邓钟闫余叶卢石熊白谭宋姚廖傅毛]';
const patterns: readonly { readonly kind: IdentifyingPiece['kind']; readonly pattern: RegExp }[] = [
  {
    kind: 'name',
    pattern: new RegExp(
      `${surname}(?:大爷|大妈|大娘|大叔|大婶|奶奶|爷爷|阿姨|叔叔|伯伯|婆婆|老师|师傅|先生|女士|老太|老汉|家|某)`,
      'u',
    ),
  },
  { kind: 'name', pattern: new RegExp(`(?:老|小)${surname}(?![一-鿿]{0,1}(?:年|区|院))(?:家|$|[,，。、的 ])`, 'u') },
  { kind: 'number', pattern: /(?:\d[ -]?){7,}/u },
  { kind: 'door', pattern: /\d{1,2}\s*(?:单元|门洞|层|楼\s*\d)/u },
  {
    kind: 'door',
    pattern: /(?<!\d)\d{3,4}(?!\d)(?!\s*(?:年|元|块|分|米|个|斤|公斤|克|千克|公里|度|字|平|次|套|人|页|岁))/u,
  },
  { kind: 'door', pattern: /(?:单元|门牌|门洞)/u },
];

/**
 * Finds what in a public text names or locates somebody: known names and doors, a surname with a form of address, long numbers, door numbers.
 * An empty list means that nothing was found, not that nothing is there; the author still reads the text once more.
 */
export const findIdentifying = (text: string, known: IdentifyingFacts): readonly IdentifyingPiece[] => {
  const plain = text.normalize('NFKC').replace(/\d{4}-\d{1,2}-\d{1,2}/gu, '');
  const found: IdentifyingPiece[] = [];
  for (const name of known.names) if (name.length > 1 && holds(plain, name)) found.push({ kind: 'name', piece: name });
  for (const door of known.doorLabels)
    if (isTelling(door) && holds(plain, door)) found.push({ kind: 'door', piece: door });
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(plain);
    if (match !== null) found.push({ kind, piece: match[0].trim() });
  }
  return found;
};

/** Spaces hide a name from a search but from nobody who reads. */
const holds = (text: string, piece: string): boolean => spaceless(text).includes(spaceless(piece.normalize('NFKC')));

const spaceless = (text: string): string => text.replace(/\s+/gu, '');

/** A bare small number such as 2 is in many harmless texts; a real door label has three digits or a word. */
const isTelling = (door: string): boolean => door.length >= 3 || /[一-鿿]/u.test(door);
