import { create } from 'zustand';
import type { TodaySection } from '../../storage/reading/today/today-list.ts';

/** Which sections somebody folded or opened, as long as the app is open: whoever comes back from a visit stands where they stood. */
const useChosen = create<{ readonly open: Readonly<Record<string, boolean>> }>(() => ({ open: {} }));

/** As many doors as are drawn before somebody asks for more: about a morning's round. */
const drawnAtFirst = 24;

/** Lists the sections that are open: as chosen, else the first ones up to a morning's doors. */
const openKeys = (
  sections: readonly Pick<TodaySection, 'key' | 'doors'>[],
  chosen: Readonly<Record<string, boolean>>,
): ReadonlySet<string> => {
  const open = new Set<string>();
  let drawn = 0;
  for (const { key, doors } of sections) {
    if (chosen[key] ?? (drawn === 0 || drawn + doors.length <= drawnAtFirst)) open.add(key);
    drawn += doors.length;
  }
  return open;
};

export interface OpenSections {
  readonly open: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

/** Tells which sections are open, and folds or opens one. */
export const useOpenSections = (sections: readonly Pick<TodaySection, 'key' | 'doors'>[]): OpenSections => {
  const chosen = useChosen((state) => state.open);
  const open = openKeys(sections, chosen);
  return {
    open,
    toggle: (key) => useChosen.setState({ open: { ...chosen, [key]: !open.has(key) } }),
  };
};
