import { newId } from '../../../platform/ids.ts';

/** Makes a key for a question or an option that no other has. */
export const newQuestionKey = (): string => `k${newId().replaceAll('-', '')}`;
