import type { CivilDate } from '@lianxin/domain';
import type { UnitNode } from '@lianxin/protocol';

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Says whether a unit is in use on a day. */
export const isOpenOn = ({ toOn }: Pick<UnitNode, 'toOn'>, on: CivilDate): boolean => toOn === null || toOn >= on;

const digits = '零一二三四五六七八九';

/** Reads 十二 as 12; below a hundred, as grids and groups are numbered. */
const numberOf = (text: string): number => {
  if (!text.includes('十')) return digits.indexOf(text);
  const [tens = '', ones = ''] = text.split('十');
  return digits.indexOf(tens || '一') * 10 + digits.indexOf(ones || '零');
};

/** Writes 第十二网格 as 第12网格, so that Chinese numerals sort as the numbers they are. */
const withDigits = (name: string): string =>
  name.replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/gu, (text) => String(numberOf(text)));

/** Orders units as people say them: by their own order first, then 2号楼 before 10号楼 and 第二 before 第十. */
export const compareUnits = (a: UnitNode, b: UnitNode): number =>
  (a.sortOrder ?? Number.MAX_SAFE_INTEGER) - (b.sortOrder ?? Number.MAX_SAFE_INTEGER) ||
  byName.compare(withDigits(a.name), withDigits(b.name));

/** Lists the communities and villages that the session looks after. */
export const communitiesOf = (units: readonly UnitNode[], today: CivilDate): readonly UnitNode[] =>
  units
    .filter((unit) => (unit.kind === 'community' || unit.kind === 'village') && unit.canManage && isOpenOn(unit, today))
    .sort(compareUnits);

/** Lists the grids of a community that are in use. */
export const gridsOf = (units: readonly UnitNode[], communityId: string, today: CivilDate): readonly UnitNode[] =>
  units
    .filter((unit) => unit.kind === 'grid' && unit.communityId === communityId && isOpenOn(unit, today))
    .sort(compareUnits);

/** Finds the community a page is about: the one in the address, else the one looked at before, else the first. */
export const chooseCommunity = (
  communities: readonly UnitNode[],
  wanted: readonly (string | null)[],
): UnitNode | null => {
  for (const id of wanted) {
    const found = communities.find((community) => community.id === id);
    if (found !== undefined) return found;
  }
  return communities[0] ?? null;
};
