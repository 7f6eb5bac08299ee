/**
 * Surnames that are read otherwise than the character alone, after the readings that 现代汉语词典 marks as 姓. The first
 * letter is all that a search by initials needs.
 */
export const surnameInitials: ReadonlyMap<string, string> = new Map([
  ['单', 's'],
  ['仇', 'q'],
  ['曾', 'z'],
  ['解', 'x'],
  ['查', 'z'],
  ['盖', 'g'],
  ['朴', 'p'],
  ['区', 'o'],
  ['任', 'r'],
  ['尉', 'w'],
  ['乐', 'y'],
  ['覃', 'q'],
  ['缪', 'm'],
  ['宓', 'm'],
  ['员', 'y'],
  ['种', 'c'],
  ['翟', 'z'],
  ['召', 's'],
  ['折', 's'],
  ['繁', 'p'],
  ['洗', 'x'],
  ['冼', 'x'],
  ['黑', 'h'],
  ['秘', 'b'],
  ['逄', 'p'],
  ['瞿', 'q'],
  ['晟', 'c'],
  // A form of 吉 that old registers keep; the pinyin order does not know it.
  ['𠮷', 'j'],
]);
