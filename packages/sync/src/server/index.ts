export * from './admit.ts';
export * from './decide-mutation.ts';
export * from './event-time.ts';
export * from './feed.ts';
export * from './page.ts';
export * from './wire-row.ts';
export * from './write-scope.ts';
