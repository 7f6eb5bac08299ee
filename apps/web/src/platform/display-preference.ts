import { useSyncExternalStore } from 'react';
import { readSetting, writeSetting } from './stored-setting.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Body text of 17, 22 and 30 px. */
export const typeSizes = ['standard', 'bigger', 'large'] as const;
export type TypeSize = (typeof typeSizes)[number];

export type DisplayPreference = { readonly theme: Theme; readonly typeSize: TypeSize };

const keys = { theme: 'lianxin.theme', typeSize: 'lianxin.typeSize' } as const;

const load = (): DisplayPreference => {
  const theme = readSetting(keys.theme);
  const typeSize = readSetting(keys.typeSize);
  return {
    theme: themes.find((known) => known === theme) ?? 'system',
    typeSize: typeSizes.find((known) => known === typeSize) ?? 'standard',
  };
};

let current: DisplayPreference | null = null;
const listeners = new Set<() => void>();

const snapshot = (): DisplayPreference => {
  current ??= load();
  return current;
};

const apply = ({ theme, typeSize }: DisplayPreference): void => {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (typeSize === 'standard') delete dataset['type'];
  else dataset['type'] = typeSize;
};

/** Puts the stored preference on the page; called once, before the first paint. */
export const applyDisplayPreference = (): void => apply(snapshot());

/** Changes the look at once and remembers it on this device. */
export const setDisplayPreference = (change: Partial<DisplayPreference>): void => {
  current = { ...snapshot(), ...change };
  writeSetting(keys.theme, current.theme);
  writeSetting(keys.typeSize, current.typeSize);
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
