export * from './mutation.ts';
export * from './problem.ts';
export * from './pull.ts';
export * from './push.ts';
export * from './session.ts';
export * from './version.ts';
