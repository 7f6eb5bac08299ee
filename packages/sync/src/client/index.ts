export * from './edit-cell.ts';
export * from './local-state.ts';
export * from './preview.ts';
export * from './pull-step.ts';
export * from './push-step.ts';
export * from './round.ts';
export * from './row-index.ts';
export * from './stage.ts';
