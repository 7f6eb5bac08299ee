import { freshDirectory } from './fresh-directory.ts';
import { openStoreIn } from './open-store-in.ts';

/** Opens a real store in a fresh directory with the real migrations; only time can be set. */
export const openTestStore = (options: { readonly directory?: string; readonly secret?: Buffer } = {}) =>
  openStoreIn(options.directory ?? freshDirectory(), options.secret);
