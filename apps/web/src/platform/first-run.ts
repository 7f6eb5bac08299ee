import { readSetting, writeSetting } from './stored-setting.ts';

const key = 'lianxin.welcomed';

/** Tells whether the walk through what the app is still stands before anybody on this phone. */
export const isFirstRun = (): boolean => readSetting(key) === null;

/** Ends the walk; it never comes again by itself. */
export const endFirstRun = (): void => writeSetting(key, 'yes');
