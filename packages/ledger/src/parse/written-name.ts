import { codeFromLabel, relationToHead } from '@lianxin/domain';

/** Is one person named in a cell: the bare name and what stood in brackets behind it. */
export interface WrittenName {
  readonly name: string;
  readonly remark: string;
}

/** Is what a name cell amounts to: nobody, people, or a list that cannot safely be taken apart. */
export type WrittenNames =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'people'; readonly people: readonly WrittenName[] }
  | { readonly kind: 'unclear'; readonly text: string };

const wordsForNobody = /^(空置|空房|空户|空挂|无人|无人居住|无人住|闲置|空|无|—+|-+|\/)$/u;
const wordsForUnnamed = /^(未取名|未命名|未起名|新生儿|待取名|无名|婴儿)$/u;
/** No family fits ten names into one cell; a list longer than that is something else. */
const maxPeople = 10;
const listSeparators = /[、,，;；/\n|]+/u;
const plainName = /^[\p{Script=Han}·•．‧∙*＊]{1,30}$|^[A-Za-z][A-Za-z .'-]{1,59}$/u;

/** Reads a name cell. 王 芳 is 王芳, 张三（儿子） is a name with a remark, 徐颖、侯玲（次女） are two people. */
export const parseWrittenNames = (written: string): WrittenNames => {
  const text = written.trim();
  if (text === '' || wordsForNobody.test(text)) return { kind: 'nobody' };
  const parts = text
    .split(listSeparators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const people = parts.map(parseOne);
  if (people.length > maxPeople) return { kind: 'unclear', text };
  if (people.length > 1 && !people.every(({ name }) => isShortName(name))) return { kind: 'unclear', text };
  return { kind: 'people', people };
};

/** A newborn may have no name yet; then the record has none either. */
export const isUnnamed = (name: string): boolean => wordsForUnnamed.test(name);

/** Tells which relation a remark in brackets names. */
export const relationInRemark = (remark: string): string | undefined => codeFromLabel(relationToHead, remark);

const parseOne = (part: string): WrittenName => {
  const [, name = part, remark = ''] = /^(.*?)\s*[（(【[]\s*(.*?)\s*[）)】\]]?\s*$/su.exec(part) ?? [];
  const joined = /^[\p{Script=Han}\s\u3000]+$/u.test(name)
    ? name.replace(/[\s\u3000]+/gu, '')
    : name.replace(/\s+/gu, ' ').trim();
  return { name: joined === '' ? part : joined, remark: joined === '' ? '' : remark };
};

/** Only names that look like names are taken out of a list: a sentence with commas stays whole. */
const isShortName = (name: string): boolean => plainName.test(name) && ([...name].length <= 4 || name.includes('·'));
