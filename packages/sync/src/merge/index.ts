export * from './buckets.ts';
export * from './create-row.ts';
export * from './digest.ts';
export * from './edit.ts';
export * from './held-rules.ts';
export * from './held-subjects.ts';
export * from './reduce.ts';
export * from './row.ts';
