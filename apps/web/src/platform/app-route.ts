import type { ComponentType } from 'react';

/** Is one page of the app with its path pattern; a feature lists its own. */
export interface AppRoute {
  readonly path: string;
  readonly page: ComponentType;
}
