import { erasedMark } from '../erasure/erase-text.ts';

const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
    '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 ' +
    '轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/** More stars than this would tell how long a long name is, and a long name is rare enough to name somebody. */
const maxStars = 3;

/** Hides a name down to its surname: 张*, 欧阳**. Counts characters, not UTF-16 units, so 𠮷 stays whole. */
export const maskName = (name: string): string => {
  // Nobody is called so: there is nothing to hide.
  if (name === erasedMark) return name;
  const characters = [...name.trim()];
  if (characters.length === 0) return '';
  if (characters.length === 1) return '*';
  const isCompound = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''));
  const shown = characters.slice(0, isCompound ? 2 : 1);
  return shown.join('') + '*'.repeat(Math.min(characters.length - shown.length, maxStars));
};
