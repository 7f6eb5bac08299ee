import { useSyncExternalStore } from 'react';
import { readSetting, writeSetting } from './stored-setting.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Body text of 17, 22 and 30 px. */
export const typeSizes = ['standard', 'bigger', 'large'] as const;
export type TypeSize = (typeof typeSizes)[number];

/** How much stands out from its ground: as drawn, or so that it can be read in sunlight. */
export const contrasts = ['standard', 'more'] as const;
export type Contrast = (typeof contrasts)[number];

/** Which thumb holds the phone. */
export const hands = ['right', 'left'] as const;
export type Hand = (typeof hands)[number];

export type DisplayPreference = {
  readonly theme: Theme;
  readonly typeSize: TypeSize;
  readonly contrast: Contrast;
  readonly hand: Hand;
};

// The first value of each is how the styles stand without a mark on <html>.
const choices = {
  theme: { key: 'lianxin.theme', mark: 'theme', values: themes },
  typeSize: { key: 'lianxin.typeSize', mark: 'type', values: typeSizes },
  contrast: { key: 'lianxin.contrast', mark: 'contrast', values: contrasts },
  hand: { key: 'lianxin.hand', mark: 'hand', values: hands },
} as const;

const stored = <T extends string>({
  key,
  values,
}: {
  readonly key: string;
  readonly values: readonly [T, ...T[]];
}): T => {
  const written = readSetting(key);
  return values.find((value) => value === written) ?? values[0];
};

const load = (): DisplayPreference => ({
  theme: stored(choices.theme),
  typeSize: stored(choices.typeSize),
  contrast: stored(choices.contrast),
  hand: stored(choices.hand),
});

let current: DisplayPreference | null = null;
const listeners = new Set<() => void>();

const snapshot = (): DisplayPreference => {
  current ??= load();
  return current;
};

const names = ['theme', 'typeSize', 'contrast', 'hand'] as const;

const apply = (preference: DisplayPreference): void => {
  const { dataset } = document.documentElement;
  for (const name of names) {
    const { mark, values } = choices[name];
    if (preference[name] === values[0]) delete dataset[mark];
    else dataset[mark] = preference[name];
  }
  // Whoever asked the whole phone for more contrast need not ask again.
  if (matchMedia('(prefers-contrast: more)').matches) dataset['contrast'] = 'more';
};

/** Puts the stored preference on the page; called once, before the first paint. */
export const applyDisplayPreference = (): void => apply(snapshot());

/** Changes the look at once and remembers it on this device. */
export const setDisplayPreference = (change: Partial<DisplayPreference>): void => {
  current = { ...snapshot(), ...change };
  for (const name of names) writeSetting(choices[name].key, current[name]);
  apply(current);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useDisplayPreference = (): DisplayPreference => useSyncExternalStore(subscribe, snapshot);
